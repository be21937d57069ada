import { addMonths } from '#shared/days'
import type { DueVisit, Findings } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import type { Standing } from '#follow_up/rules/category'
import { nextDate } from '#follow_up/rules/doctors_date'
import { dueInformationNeed } from '#follow_up/rules/information_needs'
import { lastVisitWords } from '#follow_up/rules/last_visit_words'
import { ADAPTED_CEILING, SIMPLE_CEILING } from '#follow_up/rules/law/ceilings'
import { rowOn } from '#follow_up/rules/law/row'
import { informs } from '#follow_up/rules/who_counts'
import { ruleOf } from '#follow_up/rules/words'

/** The information visits: the first one and its renewal (R4624-10, -16, -17), each once. */
export function informationVisits(c: Case, standing: Standing): Findings {
  const initial = dueInformationNeed(c, standing.category)
  const { due = [], warnings = [] } = standing.category === 'SIR' ? {} : renewal(c, standing)
  return { due: [...(initial.due ?? []), ...due], warnings: [...(initial.warnings ?? []), ...warnings] }
}

function renewal(c: Case, standing: Standing): Findings {
  const last = c.counted.findLast(informs)
  if (last === undefined) return {}
  const rows = standing.category === 'SIA' ? ADAPTED_CEILING : SIMPLE_CEILING
  const row = c.use(rowOn(rows, last.heldOn))
  const { until, because, warnings } = nextDate(c, last, addMonths(last.heldOn, row.months))
  const visit: DueVisit = {
    kind: 'periodic_information',
    by: 'any',
    from: null,
    until,
    beforePost: false,
    rules: [row],
    because: [...lastVisitWords(c, 'Dernière visite qui compte', last), ...standing.because, ruleOf(row), ...because],
  }
  return { due: [visit], warnings }
}
