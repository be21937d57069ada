import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { nextVisits } from '#follow_up/rules/next_visits'
import { listFollowUpFacts, type EmployeeFacts } from '#follow_up/queries/list_follow_up_facts'

/** Asks the law again what is due to these employees, after a fact of theirs changed, and writes its answer. */
export async function refresh(trx: Trx, employeeIds: string[], today: Day): Promise<void> {
  const facts = await listFollowUpFacts(trx, employeeIds)
  const due = JSON.stringify(facts.flatMap((employee) => dueRows(employee, today)))
  // Two refreshes at once write the same rows: the later one wins, neither fails.
  await trx.rawQuery(
    `insert into due_visits (employee_id, member_id, kind, until_on, before_post, articles, sum)
     select employee_id, member_id, kind, until_on, before_post, articles, sum from jsonb_to_recordset(?::jsonb)
       as due (employee_id uuid, member_id uuid, kind text, until_on date, before_post boolean, articles text[], sum jsonb)
     on conflict (employee_id, kind) do update set until_on = excluded.until_on, before_post = excluded.before_post,
       articles = excluded.articles, sum = excluded.sum, computed_at = excluded.computed_at`,
    [due]
  )
  await trx.rawQuery(
    `delete from due_visits where employee_id = any(?) and (employee_id, kind) not in
       (select employee_id, kind from jsonb_to_recordset(?::jsonb) as due (employee_id uuid, kind text))`,
    [employeeIds, due] as never
  )
}

function dueRows({ employeeId, memberId, ...facts }: EmployeeFacts, today: Day) {
  return nextVisits(facts, today).map(({ kind, until, beforePost, articles, sum }) => ({
    employee_id: employeeId,
    member_id: memberId,
    kind,
    until_on: until,
    before_post: beforePost,
    articles,
    sum,
  }))
}
