import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

/** Why an employer gives a visit up. Nothing here says anything of anybody's health. */
export const CANCELLATION_REASONS = [
  'Salarié en congé',
  'Salarié en arrêt de travail',
  "Salarié sorti de l'effectif",
  'Contrainte de chantier',
  'Autre raison',
] as const

export const cancellationValidator = vine.create({ motif: vine.enum(CANCELLATION_REASONS) })

cancellationValidator.messagesProvider = sentences({
  'motif.required': "Choisissez le motif de l'annulation",
  'motif.enum': 'Choisissez un des motifs proposés',
})
