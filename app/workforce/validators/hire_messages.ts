import type { FieldError } from '#core/http/form'
import { formatDay } from '#shared/dates'
import { YOUNGEST, type HireRefusal } from '#workforce/rules/hire_days'

const plain = (day: string) => formatDay(day, { weekday: false })

/** The sentence of a refused hiring, beside the field that mends it; `suffix` is that of the person's row. */
export function hireError(refusal: HireRefusal, suffix = ''): FieldError {
  switch (refusal.type) {
    case 'born_after_hiring':
      return { field: `naissance${suffix}`, message: "La date de naissance est après la date d'entrée" }
    case 'too_young':
      return {
        field: `naissance${suffix}`,
        message: `À la date d'entrée, cette personne aurait moins de ${YOUNGEST}\u00a0ans\u00a0: elle peut entrer à partir du ${plain(refusal.from)}`,
      }
    case 'too_old':
      return { field: `naissance${suffix}`, message: 'La date de naissance est trop ancienne\u00a0: vérifiez l\'année' }
    case 'too_far':
      return { field: 'entree', message: `La date d'entrée est trop lointaine\u00a0: indiquez une date jusqu'au ${plain(refusal.latest)}` }
    case 'ends_before_start':
      return { field: 'fin_contrat', message: "La fin du contrat est avant la date d'entrée" }
    case 'end_missing':
      return { field: 'fin_contrat', message: "Indiquez la fin du contrat saisonnier\u00a0: sa durée décide de la visite (article D4625-22)" }
  }
}
