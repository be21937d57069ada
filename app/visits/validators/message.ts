import vine from '@vinejs/vine'
import type { FieldError } from '#core/http/form'
import { sentences } from '#core/http/messages'
import { MESSAGE_MAX } from '#visits/rules/request_messages'

// A form sends two characters for a line end, which its own maxlength counts as one.
const oneLineEnd = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value)

export const messageValidator = vine.create({
  message: vine.string().parse(oneLineEnd).trim().minLength(1).maxLength(MESSAGE_MAX),
  envoi: vine.string().uuid(),
})

messageValidator.messagesProvider = sentences({
  'message.required': 'Écrivez votre message',
  'message.minLength': 'Écrivez votre message',
  'message.maxLength': 'Le message est trop long\u00a0: {{ max }}\u00a0caractères au plus',
  'envoi.required': 'Ce formulaire est incomplet\u00a0: envoyez-le de nouveau',
  'envoi.uuid': 'Ce formulaire est incomplet\u00a0: envoyez-le de nouveau',
})

/** What is wrong, said beside the field that one sees: nobody sees the key. */
export function messageErrors(errors: FieldError[]): FieldError[] {
  return errors.map(({ message }) => ({ field: 'message', message }))
}
