import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { formatDay } from '#shared/dates'
import { DEPARTURE_REASONS } from '#workforce/rules/contracts'
import type { DepartureRefusal } from '#workforce/rules/departure_day'
import { dayField } from '#workforce/validators/fields'

export const departureValidator = vine.create({
  sortie: dayField({ missing: 'Indiquez le dernier jour du contrat' }),
  motif: vine.enum(DEPARTURE_REASONS),
  avise: vine.literal('oui').optional(),
})

departureValidator.messagesProvider = sentences({
  'motif.required': 'Choisissez le motif de la sortie',
  'motif.enum': 'Choisissez un des motifs proposés',
  'avise.literal': 'Cochez ou non cette case',
})

const plain = (day: string) => formatDay(day, { weekday: false })

export function departureError(refusal: DepartureRefusal) {
  const message =
    refusal.type === 'before_hiring'
      ? `La sortie est avant l'entrée, le ${plain(refusal.hiredOn)}`
      : `La date de sortie est trop lointaine\u00a0: indiquez une date jusqu'au ${plain(refusal.latest)}`
  return { field: 'sortie', message }
}
