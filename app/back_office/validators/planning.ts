import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

/** The slot that a request or a visit gets: ticked in the list, or pressed in the day's table, which wins. */
export const slotValidator = vine.create({
  creneau: vine.string().uuid().optional().requiredIfMissing('place'),
  place: vine.string().uuid().optional(),
})

slotValidator.messagesProvider = sentences({
  'required': 'Choisissez un créneau',
  'uuid': "Ce créneau n'existe pas\u00a0: choisissez-en un autre",
})

/** Why a planner refuses a request or cancels a visit. */
export const reasonValidator = vine.create({ motif: vine.string().minLength(3).maxLength(500) })

reasonValidator.messagesProvider = sentences({
  'required': 'Indiquez le motif',
  'minLength': 'Indiquez le motif en quelques mots',
  'maxLength': 'Ce motif est trop long\u00a0: {{ max }}\u00a0caractères au plus',
})

export const outcomeValidator = vine.create({ issue: vine.enum(['held', 'excused', 'unexcused'] as const) })

outcomeValidator.messagesProvider = sentences({
  'required': 'Dites ce que la visite est devenue',
  'enum': 'Choisissez une des trois issues',
})
