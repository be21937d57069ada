import { formatDay } from '#shared/french_dates'
import type { Day } from '#shared/days'
import type { DepartureRefusal } from '#workforce/rules/departure_day'
import { YOUNGEST, type HireRefusal } from '#workforce/rules/hire_days'
import type { PostRefusal } from '#workforce/rules/post_start'
import type { StoppageRefusal } from '#workforce/rules/stoppage_days'

export type WorkforceRefusal = HireRefusal | DepartureRefusal | PostRefusal | StoppageRefusal | { type: 'hired_after_departure'; leftOn: Day } | { type: 'still_present' } | { type: 'leaves_later'; leftOn: Day } | { type: 'before_departure'; leftOn: Day }

const plain = (day: Day) => formatDay(day, { weekday: false })

/** Why the workforce does not take what a line says. */
export function workforceSentence(refusal: WorkforceRefusal): string {
  switch (refusal.type) {
    case 'born_after_hiring':
      return "la date de naissance est après la date d'entrée"
    case 'too_young':
      return `cette personne aurait moins de ${YOUNGEST}\u00a0ans à son entrée`
    case 'too_old':
      return 'la date de naissance est trop ancienne'
    case 'too_far':
      return `cette date est trop lointaine, elle va jusqu'au ${plain(refusal.latest)}`
    case 'ends_before_start':
      return 'la fin est avant le début'
    case 'end_missing':
      return 'la fin du contrat saisonnier manque'
    case 'before_hiring':
      return `c'est avant l'entrée, le ${plain(refusal.hiredOn)}`
    case 'after_departure':
      return `c'est après la sortie, le ${plain(refusal.leftOn)}`
    case 'before_current_post':
      return `le poste actuel a commencé le ${plain(refusal.currentFrom)}`
    case 'too_long':
      return 'cet arrêt dure plus de trois ans'
    case 'not_employed':
      return `la personne n'était pas présente à ce moment, elle est entrée le ${plain(refusal.hiredOn)}`
    case 'prescribed_later':
      return "la prescription de l'arrêt est à venir"
    case 'return_too_early':
      return "la reprise est avant le deuxième jour de l'arrêt"
    case 'overlaps':
      return `un autre arrêt est connu du ${plain(refusal.firstDay)} au ${plain(refusal.lastDay)}`
    case 'hired_after_departure':
      return `l'entrée serait après la sortie, le ${plain(refusal.leftOn)}`
    case 'still_present':
      return 'cette personne est encore présente'
    case 'leaves_later':
      return `cette personne est encore présente jusqu'au ${plain(refusal.leftOn)}\u00a0: son retour se déclare à partir du lendemain`
    case 'before_departure':
      return `cette personne est sortie le ${plain(refusal.leftOn)}, l'entrée doit venir après`
  }
}

/** The same, of a stored refusal: one that a former release wrote, or that the database raised, has its own words. */
export function storedSentence(refusal: { type: string }): string {
  return workforceSentence(refusal as WorkforceRefusal) ?? 'ces données se contredisent avec ce qui est déjà enregistré'
}
