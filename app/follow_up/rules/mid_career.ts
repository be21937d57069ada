import { yearOf } from '#shared/days'
import type { Findings } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import { MID_CAREER } from '#follow_up/rules/law/careers'
import { inForce } from '#follow_up/rules/law/row'
import { inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

/** The mid-career visit (L4624-2-2): the year of the 45th birthday, from two years before, late for one year when missed. */
export function midCareer(c: Case): Findings {
  const birthYear = yearOf(c.birthDate)
  return {
    due: MID_CAREER.flatMap((row) => {
      const year = birthYear + row.age
      const from = `${year - row.yearsBefore}-01-01`
      const until = `${year}-12-31`
      const shownTo = `${year + row.yearsLate}-12-31`
      const held = c.visits.some(({ kind, heldOn }) => kind === 'mid_career' && heldOn >= from && heldOn <= shownTo)
      // Whoever was hired after that year had their visit to get elsewhere: it is not late here.
      const elsewhere = c.contract.start > until
      if (inForce([row], until).length === 0 || c.today < from || c.today > shownTo || held || elsewhere) return []
      const because = [said(`${row.age} ans en ${year}, pour une naissance le ${inWords(c.birthDate)}`), ruleOf(row), limitOf(until)]
      return [{ kind: 'mid_career', by: 'any', from, until, beforePost: false, rules: [c.use(row)], because }]
    }),
  }
}
