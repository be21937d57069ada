import { ADAPTED_CEILING, INTERMEDIATE_CEILING, REINFORCED_CEILING, SIMPLE_CEILING } from '#follow_up/rules/law/ceilings'
import { FITNESS_BEFORE_POST, GENERAL_DELAY } from '#follow_up/rules/law/first_visits'
import { rowOn, type Row } from '#follow_up/rules/law/row'
import { capitalised, uncapitalised } from '#shared/wording'
import type { Day } from '#shared/days'
import { CATEGORIES, categoryLabel, type Category } from '#workforce/rules/categories'

export type FollowUpGroup = { title: string; who: string; lines: { visit: string; words: string; article: string }[] }

const WHO: Record<Category, string> = {
  SI: 'Le cas général. La visite est faite par un médecin ou un infirmier.',
  SIA: "La loi veut un suivi plus proche dans certaines situations. La raison n'est jamais montrée à l'employeur.",
  SIR: "Le poste présente un risque particulier. Le médecin du travail fait l'examen d'aptitude\u00a0; un infirmier peut faire la visite intermédiaire.",
}

const VISITS: Record<Category, [visit: string, rows: readonly Row[]][]> = {
  SI: [
    ['Première visite', GENERAL_DELAY],
    ['Visite suivante', SIMPLE_CEILING],
  ],
  SIA: [
    ['Première visite', GENERAL_DELAY],
    ['Visite suivante', ADAPTED_CEILING],
  ],
  SIR: [
    ['Premier examen', FITNESS_BEFORE_POST],
    ['Visite intermédiaire', INTERMEDIATE_CEILING],
    ['Examen suivant', REINFORCED_CEILING],
  ],
}

/** What the law sets for each category on a day, a line a visit, from the table that the dates are computed with. */
export function followUpTable(today: Day): FollowUpGroup[] {
  return CATEGORIES.map((category) => ({
    title: `Suivi ${uncapitalised(categoryLabel(category))} (${category})`,
    who: WHO[category],
    lines: VISITS[category].map(([visit, rows]) => {
      const { words, articles } = rowOn(rows, today)
      return { visit, words: capitalised(words), article: articles[0]! }
    }),
  }))
}
