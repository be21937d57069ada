import vine from '@vinejs/vine'
import { oneLine } from '#core/http/one_line'
import { sentences } from '#core/http/messages'
import { CONTACT_ROLES } from '#members/rules/contact_roles'
import { readPhone } from '#shared/phone'

const phone = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const written = readPhone(value)
  if (written) return field.mutate(written, field)
  field.report("Ce numéro de téléphone n'existe pas\u00a0: écrivez-le par exemple 02 99 00 00 00, ou +32… pour l'étranger", 'phone', field)
})

export const contactValidator = vine.create({
  role: vine.enum(CONTACT_ROLES),
  nom: vine.string().maxLength(100).use(oneLine()),
  email: vine.string().email().normalizeEmail({ all_lowercase: true, gmail_remove_dots: false, gmail_remove_subaddress: false }).maxLength(254),
  telephone: vine.string().maxLength(40).use(phone()).optional(),
})

contactValidator.messagesProvider = sentences({
  'role.required': 'Choisissez un rôle',
  'role.enum': 'Choisissez un des rôles proposés',
  'nom.required': 'Indiquez le nom',
  'email.required': "Indiquez l'adresse e-mail",
  'email.email': "Cette adresse e-mail n'est pas complète\u00a0: elle s'écrit par exemple prenom.nom@entreprise.fr",
})
