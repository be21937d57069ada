import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { SITUATIONS } from '#follow_up'
import { dateInputMessage, formatDay, parseFrenchDate } from '#shared/dates'
import type { FindingsRefusal } from '#visits'
import type { SituationRefusal, WaivingRefusal } from '#follow_up'

const day = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const parsed = parseFrenchDate(value)
  if (parsed.ok) return field.mutate(parsed.value, field)
  field.report(dateInputMessage(parsed.error), 'day', field)
})

/** What the doctor set at a visit: an earlier date, and after a pre-return whether a measure is needed. */
export const findingsValidator = vine.create({
  prochaine: vine.string().use(day()).optional(),
  mesure: vine.enum(['aucune', 'necessaire'] as const).optional(),
})

findingsValidator.messagesProvider = sentences({ 'mesure.enum': 'Choisissez une des réponses proposées' })

export const waiverValidator = vine.create({
  visite: vine.string().use(day()),
  conditions: vine.literal('oui'),
})

waiverValidator.messagesProvider = sentences({
  'visite.required': 'Indiquez la date de la visite',
  'conditions.required': 'Confirmez que les conditions sont réunies',
  'conditions.literal': 'Confirmez que les conditions sont réunies',
})

export const situationValidator = vine.create({
  situation: vine.enum(SITUATIONS),
  debut: vine.string().use(day()),
  fin: vine.string().use(day()).optional(),
})

situationValidator.messagesProvider = sentences({
  'situation.required': 'Choisissez la situation',
  'situation.enum': 'Choisissez une des situations proposées',
  'debut.required': 'Indiquez depuis quand',
})

const plain = (date: string) => formatDay(date, { weekday: false })

export function findingsError(refusal: FindingsRefusal) {
  if (refusal.type === 'too_early') return { field: 'prochaine', message: `Cette date doit suivre la visite, tenue le ${plain(refusal.heldOn)}` }
  return null
}

export function waiverError(refusal: WaivingRefusal) {
  if (refusal.type === 'after_hiring') return { field: 'visite', message: `La visite doit précéder l'embauche, le ${plain(refusal.hiredOn)}` }
  if (refusal.type === 'too_old') return { field: 'visite', message: `Cette visite est trop ancienne\u00a0: au plus tôt le ${plain(refusal.since)}` }
  return null
}

export function situationError(refusal: SituationRefusal) {
  return refusal.type === 'ends_before_start'
    ? { field: 'fin', message: 'La fin doit suivre le début' }
    : { field: 'debut', message: `Cette situation est déjà notée depuis le ${plain(refusal.from)}\u00a0: reprenez cette date pour en dire la fin` }
}
