import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { findFollowUp } from '#follow_up/queries/find_follow_up'
import { chainWords } from '#follow_up/rules/chain_words'
import { warningWords } from '#follow_up/rules/duty_words'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'
import { tellDuty } from '#workforce/queries/tell_duty'
import type { Category } from '#workforce/rules/categories'

/** `fromOn`: the first lawful day, where there is one; `untilOn`: the last, null where the law sets none. */
export type Due = { kind: VisitKind; label: string; fromOn: Day | null; untilOn: Day | null; beforePost: boolean; articles: string[] }
/** What the employer does that is no visit. */
export type Duty = { code: string; text: string; articles: string[] }
export type FollowUp = { category: Category; dues: Due[]; duties: Duty[]; warnings: string[] }

/** How an employee is followed as the law engine last wrote it: category, what is due, soonest first, and what the employer does. */
export async function readFollowUp(trx: Trx, employeeId: string): Promise<FollowUp> {
  const { category } = await trx.from('employees').select('category').where('id', employeeId).firstOrFail()
  const rows = await trx
    .from('due_visits')
    .select({ kind: 'kind', fromOn: 'from_on', untilOn: 'until_on', beforePost: 'before_post', articles: 'articles' })
    .where('employee_id', employeeId)
    .orderByRaw('until_on nulls last, kind')
  const { duties, warnings } = await findFollowUp(trx, employeeId)
  const words = await tellDuty(trx, employeeId)
  return {
    category,
    dues: rows.map((row) => ({ ...row, label: visitKind(row.kind).label })),
    duties: duties.map(({ code, articles }) => ({ code, articles, text: words(code) })),
    warnings: warnings.map(({ code, because }) => [warningWords(code), ...because].map(chainWords).join(' ')),
  }
}
