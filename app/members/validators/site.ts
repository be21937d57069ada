import vine from '@vinejs/vine'
import { oneLine } from '#core/http/one_line'
import { sentences } from '#core/http/messages'
import { postalCode, town } from '#members/validators/company'
import { isSiret } from '#shared/identifiers'

const siret = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const digits = value.replace(/\s/g, '')
  if (!isSiret(digits)) return field.report('Ce SIRET ne tombe pas juste\u00a0: vérifiez ses 14\u00a0chiffres', 'siret', field)
  field.mutate(digits, field)
})

/** The address is whole or absent. */
export const siteValidator = vine.create({
  nom: vine.string().maxLength(100).use(oneLine()),
  adresse: vine.string().maxLength(200).optional().requiredIfAnyExists(['code_postal', 'ville']),
  code_postal: vine.string().maxLength(10).use(postalCode()).optional().requiredIfAnyExists(['adresse', 'ville']),
  ville: vine.string().maxLength(100).use(town()).optional().requiredIfAnyExists(['adresse', 'code_postal']),
  siret: vine.string().maxLength(30).use(siret()).optional(),
})

siteValidator.messagesProvider = sentences({
  'nom.required': 'Donnez un nom au site',
  'adresse.required': "Complétez l'adresse\u00a0: le numéro et la rue",
  'code_postal.required': "Complétez l'adresse\u00a0: le code postal",
  'ville.required': "Complétez l'adresse\u00a0: la ville",
})
