import vine from '@vinejs/vine'
import { personName } from '#core/http/one_line'
import { sentences } from '#core/http/messages'

const password = () => vine.string().maxLength(128)
const PASSWORD_TOO_LONG = 'Un mot de passe a {{ max }}\u00a0caractères au plus'

export const ownPasswordValidator = vine.create({ mot_de_passe_actuel: password() })
ownPasswordValidator.messagesProvider = sentences({
  'mot_de_passe_actuel.required': 'Indiquez votre mot de passe actuel',
  'maxLength': PASSWORD_TOO_LONG,
})

export const passwordChangeValidator = vine.create({ mot_de_passe_actuel: password(), mot_de_passe: password(), confirmation: password() })
passwordChangeValidator.messagesProvider = sentences({
  'mot_de_passe_actuel.required': 'Indiquez votre mot de passe actuel',
  'mot_de_passe.required': 'Choisissez un nouveau mot de passe',
  'confirmation.required': 'Saisissez le nouveau mot de passe une seconde fois',
  'maxLength': PASSWORD_TOO_LONG,
})

export const nameValidator = vine.create({ nom: vine.string().trim().minLength(2).maxLength(100).use(personName()) })
nameValidator.messagesProvider = sentences({
  'nom.required': 'Indiquez votre prénom et votre nom',
  'nom.minLength': 'Indiquez votre prénom et votre nom',
})

export const emailChangeValidator = vine.create({ email: vine.string().trim().maxLength(254).email().toLowerCase() })
emailChangeValidator.messagesProvider = sentences({ 'email.required': 'Indiquez votre nouvelle adresse e-mail' })
