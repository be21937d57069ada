import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { Category } from '#workforce/rules/categories'

export type Due = { kind: VisitKind; label: string; untilOn: Day; beforePost: boolean; articles: string[] }
export type Duty = { code: string; text: string; articles: string[] }
export type FollowUp = { category: Category; dues: Due[]; duties: Duty[] }

/** How an employee is followed as the law engine last wrote it: category and what is due, soonest first. */
export async function readFollowUp(trx: Trx, employeeId: string): Promise<FollowUp> {
  const { category } = await trx.from('employees').select('category').where('id', employeeId).firstOrFail()
  const rows = await trx
    .from('due_visits')
    .select('kind', 'until_on as untilOn', 'before_post as beforePost', 'articles')
    .where('employee_id', employeeId)
    .orderByRaw('until_on nulls last, kind')
  return { category, duties: [], dues: rows.map((row) => ({ ...row, label: visitKind(row.kind).label })) }
}
