import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { convocationFacts, type ConvocationFacts } from '#visits/queries/convocation_facts'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'

export type ConvocationPage = ConvocationFacts & {
  kind: VisitKind
  label: string
  /** Until when the law wants this kind of visit for the employee. */
  dueUntil: Day | null
}

/** A convocation of the member, as its pages show it. */
export async function findConvocation(trx: Trx, memberId: string, id: string): Promise<ConvocationPage | null> {
  const { rows } = await trx.rawQuery(
    `select visits.kind, due_visits.until_on as "dueUntil"
     from visits
     left join due_visits on due_visits.employee_id = visits.employee_id and due_visits.kind = visits.kind
     where visits.member_id = ? and visits.id = ? and visits.visible_to_member`,
    [memberId, id]
  )
  const facts = rows[0] && (await convocationFacts(trx, id))
  return facts ? { ...facts, ...rows[0], label: visitKind(rows[0].kind).label } : null
}
