import { fold } from '#shared/text'
import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { StoppageOrigin } from '#workforce/rules/stoppage_origins'

type Words<T extends string> = Record<T, string[]>

/** How people write it in a cell; the first word is the one of the template. */
export const CONTRACT_WORDS: Words<ContractNature> = {
  permanent: ['CDI', 'contrat à durée indéterminée', 'durée indéterminée', 'indéterminé', 'cdic'],
  fixed_term: ['CDD', 'contrat à durée déterminée', 'durée déterminée', 'déterminé'],
  apprenticeship: ['Apprentissage', 'apprenti', 'apprentie', "contrat d'apprentissage"],
  temporary_agency: ['Intérim', 'intérimaire', 'travail temporaire', 'mission'],
  seasonal: ['Saisonnier', 'saisonnière', 'contrat saisonnier', 'saison'],
}

export const DEPARTURE_WORDS: Words<DepartureReason> = {
  retirement: ['Retraite', 'départ en retraite', 'départ à la retraite', 'mise à la retraite'],
  end_of_contract: ['Fin de contrat', 'fin de cdd', 'fin de mission', "fin d'apprentissage", 'terme du contrat'],
  resignation: ['Démission'],
  dismissal: ['Licenciement', 'licencié', 'licenciée'],
  other: ['Autre', 'rupture conventionnelle', 'mutation', 'décès', "fin de période d'essai"],
}

export const STOPPAGE_WORDS: Words<StoppageOrigin> = {
  illness: ['Maladie', 'arrêt maladie', 'maladie ordinaire'],
  work_accident: ['Accident du travail', 'at', 'accident de travail'],
  commuting_accident: ['Accident de trajet', 'trajet'],
  occupational_disease: ['Maladie professionnelle', 'mp'],
  non_work_accident: ['Accident de la vie privée', 'accident hors travail', 'accident non professionnel'],
  maternity: ['Maternité', 'congé maternité'],
  paternity: ['Paternité', 'congé paternité'],
}

/** The value behind a word, whatever its case and accents. */
export function valueOfWord<T extends string>(words: Words<T>, text: string): T | null {
  const asked = fold(text)
  const entry = (Object.entries(words) as [T, string[]][]).find(([, known]) => known.some((word) => fold(word) === asked))
  return entry?.[0] ?? null
}

/** The word of the template for a value. */
export const wordOf = <T extends string>(words: Words<T>, value: T) => words[value][0]!

/** `CDI, CDD, Apprentissage`: what one may write. */
export const knownWords = <T extends string>(words: Words<T>) => (Object.values(words) as string[][]).map(([first]) => first).join(', ')
