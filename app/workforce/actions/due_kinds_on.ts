import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay, type Day } from '#shared/dates'
import { readFollowUp } from '#workforce/queries/read_follow_up'

/** What will be due on a day to come, today for one that is past. It writes as of that day: only for what is taken back. */
export async function dueKindsOn(trx: Trx, employeeId: string, day: Day, now: DateTime): Promise<string[]> {
  const today = parisDay(now)
  if (day > today) await refresh(trx, [employeeId], day)
  return (await readFollowUp(trx, employeeId)).dues.map(({ kind }) => kind)
}
