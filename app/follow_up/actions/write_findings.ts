import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { ForTheEmployer } from '#follow_up/rules/for_the_employer'

export type Found = ForTheEmployer & { employeeId: string; memberId: string }

/** The category is the engine's, kept beside the name for lists and filters. */
export async function writeCategories(trx: Trx, found: readonly Found[]) {
  const rows = found.map(({ employeeId, category }) => ({ employee_id: employeeId, category }))
  await trx.rawQuery(
    `update employees set category = found.category
     from jsonb_to_recordset(?::jsonb) as found (employee_id uuid, category text)
     where employees.id = found.employee_id and employees.category <> found.category`,
    [JSON.stringify(rows)]
  )
}

/** One row a kind, the soonest: a list of a hundred thousand is one indexed query. */
export async function writeDues(trx: Trx, found: readonly Found[]) {
  const due = JSON.stringify(found.flatMap(dueRows))
  await trx.rawQuery(
    `delete from due_visits where employee_id = any(?) and (employee_id, kind) not in
       (select employee_id, kind from jsonb_to_recordset(?::jsonb) as due (employee_id uuid, kind text))`,
    [found.map(({ employeeId }) => employeeId), due] as never
  )
  // Two refreshes at once write the same rows: the later one wins, neither fails. What did not change is not written.
  await trx.rawQuery(
    `insert into due_visits as known (employee_id, member_id, kind, from_on, until_on, by_doctor, before_post, articles, because)
     select employee_id, member_id, kind, from_on, until_on, by_doctor, before_post, articles, because from jsonb_to_recordset(?::jsonb)
       as due (employee_id uuid, member_id uuid, kind text, from_on date, until_on date, by_doctor boolean, before_post boolean, articles text[], because text[])
     on conflict (employee_id, kind) do update set from_on = excluded.from_on, until_on = excluded.until_on, by_doctor = excluded.by_doctor,
       before_post = excluded.before_post, articles = excluded.articles, because = excluded.because, computed_at = excluded.computed_at
     where (known.from_on, known.until_on, known.by_doctor, known.before_post, known.articles, known.because)
       is distinct from (excluded.from_on, excluded.until_on, excluded.by_doctor, excluded.before_post, excluded.articles, excluded.because)`,
    [due]
  )
}

export async function writeFollowUps(trx: Trx, found: readonly Found[], today: Day) {
  const rows = found.map(({ employeeId, memberId, duties, warnings }) => ({ employee_id: employeeId, member_id: memberId, duties, warnings }))
  await trx.rawQuery(
    `insert into follow_ups (employee_id, member_id, duties, warnings, computed_on)
     select employee_id, member_id, duties, warnings, ?::date from jsonb_to_recordset(?::jsonb)
       as found (employee_id uuid, member_id uuid, duties jsonb, warnings jsonb)
     on conflict (employee_id) do update set duties = excluded.duties, warnings = excluded.warnings, computed_on = excluded.computed_on`,
    [today, JSON.stringify(rows)]
  )
}

function dueRows({ employeeId, memberId, due }: Found) {
  const soonest = due.filter(({ kind }, index) => due.findIndex((other) => other.kind === kind) === index)
  return soonest.map(({ kind, by, from, until, beforePost, articles, because }) => ({
    employee_id: employeeId,
    member_id: memberId,
    kind,
    from_on: from,
    until_on: until,
    by_doctor: by === 'doctor',
    before_post: beforePost,
    articles,
    because,
  }))
}
