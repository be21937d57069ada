import vine from '@vinejs/vine'
import { oneLine } from '#core/http/one_line'
import { sentences } from '#core/http/messages'
import { SIREN_CHANGE_REASONS, type SirenRefusal } from '#members/rules/siren_change'
import { dateInputMessage, parseFrenchDate } from '#shared/dates'

const day = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const parsed = parseFrenchDate(value)
  if (!parsed.ok) return field.report(dateInputMessage(parsed.error), 'day', field)
  field.mutate(parsed.value, field)
})

export const sirenChangeValidator = vine.create({
  siret: vine.string().maxLength(30),
  raison_sociale: vine.string().maxLength(200).use(oneLine()),
  motif: vine.enum(SIREN_CHANGE_REASONS),
  date_effet: vine.string().use(day()),
  precision: vine.string().maxLength(1000).optional(),
})

sirenChangeValidator.messagesProvider = sentences({
  'siret.required': 'Indiquez le nouveau SIRET',
  'raison_sociale.required': 'Indiquez la raison sociale',
  'motif.required': 'Choisissez le motif du changement',
  'motif.enum': 'Choisissez un des motifs proposés',
  'date_effet.required': "Indiquez la date d'effet",
})

export const refusalValidator = vine.create({ motif: vine.string().maxLength(1000) })
refusalValidator.messagesProvider = sentences({ 'motif.required': 'Indiquez le motif du refus' })

/** What to mend, and where. */
export function sirenRefusalError(refusal: SirenRefusal): { field: string; message: string } {
  switch (refusal.type) {
    case 'not_a_siret':
      return { field: 'siret', message: 'Ce SIRET ne tombe pas juste\u00a0: vérifiez ses 14\u00a0chiffres sur le Kbis ou l\'avis de situation' }
    case 'same_siret':
      return { field: 'siret', message: 'Ce SIRET est déjà celui de votre compte' }
    case 'too_old':
      return { field: 'date_effet', message: 'Cette date a plus de cinq ans\u00a0: vérifiez-la ou écrivez-nous' }
    case 'too_far':
      return { field: 'date_effet', message: 'Cette date est à plus de six mois\u00a0: revenez plus près du changement' }
  }
}
