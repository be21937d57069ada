import { formatDay } from '#shared/french_dates'
import type { Day } from '#shared/days'
import type { Reason } from '#follow_up/rules/answer'
import type { Kind } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** A date in full, `28 février 2027`, with plain spaces: the answer is text for everybody. */
export function inWords(day: Day): string {
  return formatDay(day, { weekday: false }).replaceAll('\u00a0', ' ')
}

export function said(text: string): Reason {
  return { text }
}

/** What the employer must not know: kept for the health team (DOMAIN 7). */
export function saidInSecret(text: string): Reason {
  return { text, secret: true }
}

/** The rule with its articles: `Article R4624-10 : visite … dans les trois mois …`. */
export function ruleOf({ articles, words }: Row): Reason {
  return said(`${articles.length > 1 ? 'Articles' : 'Article'} ${articles.join(', ')} : ${words}`)
}

export function limitOf(until: Day): Reason {
  return said(`Au plus tard le ${inWords(until)}`)
}

export const KIND_WORDS: Record<Kind, string> = {
  initial_information: "visite d'information et de prévention initiale",
  periodic_information: "visite d'information et de prévention périodique",
  fitness_hiring: "examen médical d'aptitude d'embauche",
  fitness_periodic: "examen médical d'aptitude périodique",
  intermediate: 'visite intermédiaire',
  pre_return: 'visite de préreprise',
  return: 'visite de reprise',
  on_demand: 'visite à la demande',
  mid_career: 'visite de mi-carrière',
  post_exposure: "visite de fin d'exposition ou de carrière",
  authorisation: "examen pour l'autorisation de conduite ou l'habilitation",
}
