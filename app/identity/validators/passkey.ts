import vine from '@vinejs/vine'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sentences } from '#core/http/messages'

const LONGEST = 16_000
const UNREADABLE = "La clé n'a pas répondu\u00a0: recommencez, ou continuez sans elle"

/** What a browser says of a key, as the library reads it; its signature is checked there. */
const anAnswer = vine.createRule((value, _, field) => {
  const read = typeof value === 'string' ? parse(value) : null
  if (read) field.mutate(read, field)
  else field.report(UNREADABLE, 'answer', field)
})

export const passkeyAnswerValidator = vine.create({ reponse: vine.string().maxLength(LONGEST).use(anAnswer()) })
passkeyAnswerValidator.messagesProvider = sentences({ 'reponse.required': UNREADABLE, 'maxLength': UNREADABLE })

export const newPasskeyValidator = vine.create({
  reponse: vine.string().maxLength(LONGEST).use(anAnswer()),
  nom: vine.string().trim().minLength(1).maxLength(60),
})
newPasskeyValidator.messagesProvider = sentences({
  'reponse.required': UNREADABLE,
  'reponse.maxLength': UNREADABLE,
  'nom.required': 'Donnez un nom à cette clé, pour la reconnaître plus tard',
  'nom.minLength': 'Donnez un nom à cette clé, pour la reconnaître plus tard',
})

/** Its field was made an object by the rule above. */
export const answerOf = <T extends AuthenticationResponseJSON | RegistrationResponseJSON>(reponse: string) => reponse as unknown as T

function parse(text: string): { id: string } | null {
  try {
    const read = JSON.parse(text)
    return typeof read?.id === 'string' && typeof read.response === 'object' && read.response !== null ? read : null
  } catch {
    return null
  }
}
