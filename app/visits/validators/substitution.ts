import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import type { SubstituteRefusal } from '#visits/actions/substitute_visit'

export const substitutionValidator = vine.create({ remplacant: vine.string().uuid() })

substitutionValidator.messagesProvider = sentences({
  'remplacant.required': 'Choisissez qui prend la place',
  'remplacant.uuid': 'Choisissez une des personnes proposées',
})

/** Why this person cannot come instead, when they could a moment ago or were never proposed. */
export function substitutionRefusalMessage({ type }: SubstituteRefusal): string {
  switch (type) {
    case 'not_present':
      return "Cette personne n'est pas dans l'effectif le jour de la visite."
    case 'already_convoked':
    case 'employee_busy':
      return "Cette personne est déjà convoquée. Choisissez quelqu'un d'autre."
    case 'reinforced_only':
      return "Un examen d'aptitude est réservé aux salariés en suivi renforcé. Choisissez quelqu'un d'autre."
    case 'other_kind':
      return "Cette personne n'attend pas la même visite. Choisissez quelqu'un d'autre."
    case 'already_started':
    case 'not_substitutable':
      return "Le créneau n'est plus à prendre."
  }
}
