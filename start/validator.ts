import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

vine.messagesProvider = sentences()
