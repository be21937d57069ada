import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { dateInputMessage, formatDay, parseFrenchDate, type Day } from '#shared/dates'
import { requestKindChoices, requestKindOf } from '#visits/rules/request_kinds'
import { decideWish, type WishRefusal } from '#visits/rules/wish_date'

/** The day as `YYYY-MM-DD`, once it exists and can be wished for; `meta.today` says what day it is. */
const wish = vine.createRule<undefined>(
  (value, _options, field) => {
    const parsed = typeof value === 'string' ? parseFrenchDate(value) : null
    if (parsed && !parsed.ok) return field.report(dateInputMessage(parsed.error), 'wish', field)
    const kind = requestKindOf(String(field.data.nature ?? ''))
    if (kind === null) return
    const decision = decideWish(kind, parsed?.value ?? null, field.meta.today as Day)
    if (!decision.ok) return field.report(wishMessage(decision.error), 'wish', field)
    field.mutate(decision.value, field)
  },
  { implicit: true }
)

/** `today` goes in the metadata. */
export const visitRequestValidator = vine.create({
  nature: vine.enum(requestKindChoices().map(({ code }) => code)),
  motif: vine.string().maxLength(2000).optional().requiredWhen('nature', '=', 'demande'),
  a_partir_du: vine.string().optional().use(wish()),
  demandeur: vine.string().trim().minLength(1).maxLength(100).optional().requiredWhen('nature', '=', 'demande'),
  information: vine.literal('oui').optional().requiredWhen('nature', '=', 'demande'),
  precision: vine.string().maxLength(500).optional(),
})

visitRequestValidator.messagesProvider = sentences({
  'nature.required': 'Choisissez un rendez-vous',
  'nature.enum': 'Choisissez un des rendez-vous proposés',
  'motif.required': 'Indiquez le motif de la demande',
  'motif.maxLength': 'Le motif est trop long\u00a0: {{ max }} caractères au plus',
  'demandeur.required': 'Indiquez le nom de la personne qui demande',
  'demandeur.minLength': 'Indiquez le nom de la personne qui demande',
  'demandeur.maxLength': 'Ce nom est trop long\u00a0: {{ max }}\u00a0caractères au plus',
  'information.required': 'Informez le salarié de votre demande, puis cochez la case',
  'information.literal': 'Informez le salarié de votre demande, puis cochez la case',
  'precision.maxLength': 'Les précisions sont trop longues\u00a0: {{ max }} caractères au plus',
})

export function wishMessage(refusal: WishRefusal): string {
  switch (refusal.type) {
    case 'return_date_missing':
      return 'Indiquez la date de reprise prévue\u00a0: la visite a lieu ce jour-là, au plus tard 8\u00a0jours après'
    case 'return_date_too_old':
      return `La date de reprise est trop ancienne\u00a0: indiquez une date à partir du ${formatDay(refusal.earliest)}`
    case 'wish_past':
      return `Cette date est passée\u00a0: indiquez une date à partir d'aujourd'hui, ${formatDay(refusal.today)}`
    case 'wish_too_far':
      return `Cette date est trop lointaine\u00a0: indiquez une date avant le ${formatDay(refusal.latest)}`
  }
}
