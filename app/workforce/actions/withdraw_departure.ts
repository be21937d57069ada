import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { actorOf, type By } from '#workforce/actions/by'
import { closePosts } from '#workforce/actions/close_posts'
import { closeExposureRequests } from '#workforce/actions/close_requests'
import { writeChange } from '#workforce/actions/write_change'
import { listConvoked, type ConvokedVisit } from '#workforce/queries/list_convoked'
import { lostToDeparture, type LostToDeparture } from '#workforce/queries/lost_to_departure'
import { lockEmployee } from '#workforce/queries/lock_employee'

/** What a departure that is withdrawn leaves behind. `takenBack`: the requests that it had sent; `exposure`: the visits convoked because of it. */
export type Withdrawn = { takenBack: number; exposure: ConvokedVisit[]; lost: LostToDeparture }

/** The departure that was told does not take place: what it made due is so no more, and what it asked of the service is taken back. */
export async function withdrawDeparture(
  trx: Trx,
  { memberId, employeeId, by }: { memberId: string; employeeId: string; by: By },
  now: DateTime
): Promise<Result<Withdrawn, { type: 'not_leaving' }>> {
  const { hiredOn, leftOn, departureReason } = await lockEmployee(trx, memberId, employeeId)
  if (leftOn === null) return refuse({ type: 'not_leaving' })
  const lost = await lostToDeparture(trx, employeeId, now)
  await trx.from('employees').where('id', employeeId).update({ left_on: null, departure_reason: null })
  await closePosts(trx, { employeeId, memberId, by, hiredOn, leftOn: null, wasLeaving: true }, now)
  const change = { before: { leftOn, departureReason }, after: { leftOn: null, departureReason: null } }
  await writeChange(trx, { employeeId, memberId, subject: 'employee', subjectId: employeeId, by }, change, now)
  await record(trx, { actor: actorOf(by), event: 'employee.departure_withdrawn', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  // An exposure that had ended before the departure is over still.
  const stays = await trx.from('due_visits').where({ employee_id: employeeId, kind: 'post_exposure' }).first()
  if (stays) return ok({ takenBack: 0, exposure: [], lost })
  const takenBack = await closeExposureRequests(trx, { employeeId, by }, now)
  const convoked = await listConvoked(trx, employeeId, now)
  return ok({ takenBack, exposure: convoked.filter(({ kind }) => kind === 'post_exposure'), lost })
}
