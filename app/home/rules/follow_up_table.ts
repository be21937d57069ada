import { ceilingOn, type Category } from '#follow_up/rules/periodicity'
import type { Day } from '#shared/days'
import { CATEGORIES, categoryLabel } from '#workforce/rules/categories'

export type FollowUpLine = { category: Category; label: string; visit: string; words: string; article: string }

const FIRST: Record<Category, string> = {
  SI: "Visite d'information et de prévention",
  SIA: "Visite d'information et de prévention",
  SIR: "Examen d'aptitude",
}

/** What the law sets for each category on a day, a line a visit, from the table that the dates are computed with. */
export function followUpTable(today: Day): FollowUpLine[] {
  return CATEGORIES.flatMap((category) => {
    const line = (visit: string, name: Parameters<typeof ceilingOn>[0]) => {
      const { words, article } = ceilingOn(name, category, today)
      return { category, label: categoryLabel(category), visit, words, article }
    }
    const usual = [line(FIRST[category], 'first'), line('La suivante', 'renewal')]
    return category === 'SIR' ? [...usual, line('Visite intermédiaire', 'intermediate')] : usual
  })
}
