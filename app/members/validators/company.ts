import vine from '@vinejs/vine'
import { oneLine } from '#core/http/one_line'
import { sentences } from '#core/http/messages'
import { NOMENCLATURES, nomenclatureLabel, readNafCode, type Nomenclature } from '#members/rules/naf'
import { readTown, townsOf } from '#members/rules/towns'

const POSTAL_CODE = /^\d{5}$/

/** The town as it is written, once the postal code serves it: the two are judged together, the fault is told beside the town. */
export const town = vine.createRule<undefined>((value, _options, field) => {
  const postalCode = String(field.data.code_postal ?? '').replace(/\s/g, '')
  if (typeof value !== 'string' || !POSTAL_CODE.test(postalCode)) return
  const known = townsOf(postalCode)
  const found = readTown(postalCode, value)
  if (found !== null) return field.mutate(found, field)
  const some = known.length > 0 && `\u00a0: le ${postalCode} est celui de ${known.slice(0, 6).join(', ')}${known.length > 6 ? '…' : ''}`
  field.report(some ? `Cette ville n'a pas ce code postal${some}` : `Aucune ville n'a le code postal ${postalCode}`, 'town', field)
})

export const postalCode = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const code = value.replace(/\s/g, '')
  if (!POSTAL_CODE.test(code)) return field.report('Un code postal a 5\u00a0chiffres', 'postal_code', field)
  field.mutate(code, field)
})

const naf = vine.createRule<undefined>((value, _options, field) => {
  const nomenclature = field.data.nomenclature as Nomenclature
  if (typeof value !== 'string' || !NOMENCLATURES.includes(nomenclature)) return
  const code = readNafCode(value, nomenclature)
  if (code) return field.mutate(code, field)
  field.report(`Ce code n'est pas un code ${nomenclatureLabel(nomenclature)}\u00a0: il s'écrit par exemple 43.91A`, 'naf', field)
})

export const addressValidator = vine.create({
  adresse: vine.string().maxLength(200).use(oneLine()),
  code_postal: vine.string().maxLength(10).use(postalCode()),
  ville: vine.string().maxLength(100).use(town()),
})

addressValidator.messagesProvider = sentences({
  'adresse.required': "Indiquez le numéro et la rue",
  'code_postal.required': 'Indiquez le code postal',
  'ville.required': 'Indiquez la ville',
})

export const activityValidator = vine.create({
  nomenclature: vine.enum(NOMENCLATURES),
  code_naf: vine.string().maxLength(20).use(naf()),
})

activityValidator.messagesProvider = sentences({ 'code_naf.required': 'Indiquez le code NAF' })
