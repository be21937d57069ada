import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay, type Day } from '#shared/dates'
import { ok, type Result } from '#shared/result'
import { actorOf, type By } from '#workforce/actions/by'
import { closePosts } from '#workforce/actions/close_posts'
import { closeRequests } from '#workforce/actions/close_requests'
import { informOfExposure } from '#workforce/actions/ask_first_visit'
import { differenceOf, writeChange } from '#workforce/actions/write_change'
import { lockEmployee } from '#workforce/queries/lock_employee'
import type { DepartureReason } from '#workforce/rules/contracts'
import { decideDeparture, type DepartureRefusal } from '#workforce/rules/departure_day'

export type Departure = { memberId: string; employeeId: string; by: By; leftOn: Day; reason: DepartureReason }

/** Somebody leaves, on a day past or to come, or the day and the reason already told are corrected. */
export async function recordDeparture(
  trx: Trx,
  { memberId, employeeId, by, leftOn, reason }: Departure,
  now: DateTime
): Promise<Result<{ requestId: string | null }, DepartureRefusal>> {
  const today = parisDay(now)
  const employee = await lockEmployee(trx, memberId, employeeId)
  const decision = decideDeparture(leftOn, employee, today)
  if (!decision.ok) return decision
  const difference = differenceOf(employee, { leftOn, departureReason: reason })
  if (!difference) return ok({ requestId: null })

  await trx.from('employees').where('id', employeeId).update({ left_on: leftOn, departure_reason: reason })
  await closePosts(trx, { employeeId, memberId, by, hiredOn: employee.hiredOn, leftOn, wasLeaving: employee.leftOn !== null }, now)
  await writeChange(trx, { employeeId, memberId, subject: 'employee', subjectId: employeeId, by }, difference, now)
  await record(trx, { actor: actorOf(by), event: 'employee.left', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], today)
  if (leftOn < today) await closeRequests(trx, { employeeId, by }, now)
  return ok({ requestId: await informOfExposure(trx, { memberId, employeeId, by }, now) })
}
