import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay } from '#shared/dates'
import { ok, type Result } from '#shared/result'
import { actorOf, userOf, type By } from '#workforce/actions/by'
import { differenceOf, writeChange } from '#workforce/actions/write_change'
import { findStoppage, listStoppages, type StoppageRow } from '#workforce/queries/list_stoppages'
import { lockEmployee } from '#workforce/queries/lock_employee'
import { decideStoppage, type StoppageRefusal } from '#workforce/rules/stoppage_days'

export type StoppageFacts = Omit<StoppageRow, 'id'>
type Whose = { memberId: string; by: By }

/** A stoppage, or its extension: the law adds up those that follow each other. */
export async function recordStoppage(
  trx: Trx,
  { memberId, employeeId, by, stoppage }: Whose & { employeeId: string; stoppage: StoppageFacts },
  now: DateTime
): Promise<Result<{ stoppageId: string }, StoppageRefusal>> {
  const decision = await decide(trx, { memberId, employeeId, stoppage }, now)
  if (!decision.ok) return decision
  const row = { employee_id: employeeId, member_id: memberId, ...columnsOf(stoppage), declared_by: userOf(by), declared_at: now.toISO() }
  const [{ id: stoppageId }] = await trx.insertQuery().table('stoppages').insert(row).returning('id')
  await record(trx, { actor: actorOf(by), event: 'employee.stoppage_recorded', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok({ stoppageId })
}

/** An entry was wrong, or its end or return is known now. */
export async function correctStoppage(
  trx: Trx,
  { memberId, stoppageId, by, stoppage }: Whose & { stoppageId: string; stoppage: StoppageFacts },
  now: DateTime
): Promise<Result<{ stoppageId: string }, StoppageRefusal>> {
  const { employeeId, id, ...former } = orNotFound(await findStoppage(trx, memberId, stoppageId))
  const decision = await decide(trx, { memberId, employeeId, stoppage, except: id }, now)
  if (!decision.ok) return decision
  const difference = differenceOf(former, { ...stoppage })
  if (!difference) return ok({ stoppageId })
  await trx.from('stoppages').where('id', stoppageId).update(columnsOf(stoppage))
  await writeChange(trx, { employeeId, memberId, subject: 'stoppage', subjectId: stoppageId, by }, difference, now)
  await record(trx, { actor: actorOf(by), event: 'employee.stoppage_corrected', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok({ stoppageId })
}

/** The stoppage never was: it stays written, and counts no more. */
export async function withdrawStoppage(trx: Trx, { memberId, stoppageId, by }: Whose & { stoppageId: string }, now: DateTime) {
  const { employeeId, id, ...former } = orNotFound(await findStoppage(trx, memberId, stoppageId))
  await lockEmployee(trx, memberId, employeeId)
  await trx.from('stoppages').where('id', id).update({ withdrawn_at: now.toISO() })
  await writeChange(trx, { employeeId, memberId, subject: 'stoppage', subjectId: id, by }, { before: former, after: null }, now)
  await record(trx, { actor: actorOf(by), event: 'employee.stoppage_withdrawn', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
}

type Asked = { memberId: string; employeeId: string; stoppage: StoppageFacts; except?: string }

async function decide(trx: Trx, { memberId, employeeId, stoppage, except }: Asked, now: DateTime) {
  const employment = await lockEmployee(trx, memberId, employeeId)
  const others = (await listStoppages(trx, employeeId)).filter(({ id }) => id !== except)
  return decideStoppage(stoppage, { employment, others }, parisDay(now))
}

function columnsOf({ origin, firstDay, lastDay, prescribedOn, returnOn, returnVisitAsked }: StoppageFacts) {
  return {
    origin,
    first_day: firstDay,
    last_day: lastDay,
    prescribed_on: prescribedOn,
    return_on: returnOn,
    return_visit_asked: returnVisitAsked,
  }
}
