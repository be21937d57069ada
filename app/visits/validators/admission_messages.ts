import type { FieldError } from '#core/http/form'
import { formatDay } from '#shared/dates'
import { ofName } from '#shared/wording'
import type { NotAdmitted } from '#visits/actions/ask_visit'
import { wishMessage } from '#visits/validators/visit_request'

/** The sentence of a refused request, beside the field that mends it. */
export function admissionErrors({ refusals }: NotAdmitted): FieldError[] {
  return refusals.map((refusal) => {
    const { employeeName } = refusal
    switch (refusal.type) {
      case 'reason_missing':
        return { field: 'motif', message: 'Indiquez le motif de la demande' }
      case 'employee_left':
        return {
          field: 'ajouter',
          message: `${employeeName} n'est plus dans l'effectif depuis le ${formatDay(refusal.leftOn)}\u00a0: seule une visite de fin d'exposition peut être demandée`,
        }
      case 'nothing_due':
        return { field: 'nature', message: `Aucune visite de suivi n'est due pour ${employeeName}\u00a0: choisissez un autre rendez-vous` }
      case 'already_convoked':
        return { field: 'nature', message: `La visite de suivi ${ofName(employeeName)} est déjà fixée\u00a0: voyez sa convocation` }
      default:
        return { field: 'a_partir_du', message: wishMessage(refusal) }
    }
  })
}
