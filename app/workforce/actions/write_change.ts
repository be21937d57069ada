import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { userOf, type By } from '#workforce/actions/by'

type Values = Record<string, unknown>
type Changed = { employeeId: string; memberId: string; subject: 'employee' | 'post' | 'stoppage'; subjectId: string; by: By }

/** Of two states of a thing, what differs; null when nothing does. */
export function differenceOf(before: Values, after: Values): { before: Values; after: Values } | null {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
  if (names.length === 0) return null
  const pick = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}

/** Keeps what was there before and after a change, who made it and when. */
export async function writeChange(
  trx: Trx,
  { employeeId, memberId, subject, subjectId, by }: Changed,
  { before, after }: { before: Values | null; after: Values | null },
  now: DateTime
) {
  await trx.insertQuery().table('employment_changes').insert({
    employee_id: employeeId,
    member_id: memberId,
    subject,
    subject_id: subjectId,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    changed_by: userOf(by),
    changed_by_staff: 'staff' in by ? by.staff : null,
    at: now.toISO(),
  })
}
