import { ceilingOn, type Category, type CeilingName } from '#follow_up/rules/periodicity'
import { uncapitalised } from '#shared/wording'
import type { Day } from '#shared/days'
import { CATEGORIES, categoryLabel } from '#workforce/rules/categories'

export type FollowUpGroup = { title: string; who: string; lines: { visit: string; words: string; article: string }[] }

const WHO: Record<Category, string> = {
  SI: 'Le cas général. La visite est faite par un médecin ou un infirmier.',
  SIA: "La loi veut un suivi plus proche dans certaines situations. La raison n'est jamais montrée à l'employeur.",
  SIR: "Le poste présente un risque particulier. Le médecin du travail fait l'examen d'aptitude\u00a0; un infirmier peut faire la visite intermédiaire.",
}

const VISITS: Record<Category, Partial<Record<CeilingName, string>>> = {
  SI: { first: 'Première visite', renewal: 'Visite suivante' },
  SIA: { first: 'Première visite', renewal: 'Visite suivante' },
  SIR: { first: 'Premier examen', intermediate: 'Visite intermédiaire', renewal: 'Examen suivant' },
}

/** What the law sets for each category on a day, a line a visit, from the table that the dates are computed with. */
export function followUpTable(today: Day): FollowUpGroup[] {
  return CATEGORIES.map((category) => ({
    title: `Suivi ${uncapitalised(categoryLabel(category))} (${category})`,
    who: WHO[category],
    lines: (Object.entries(VISITS[category]) as [CeilingName, string][]).map(([name, visit]) => {
      const { words, article } = ceilingOn(name, category, today)
      return { visit, words, article }
    }),
  }))
}
