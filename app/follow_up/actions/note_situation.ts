import type { DateTime } from 'luxon'
import { orNotFound } from '#core/exceptions/refusals'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { refresh } from '#follow_up/actions/refresh'
import type { SituationCode } from '#follow_up/rules/codes'

export type NoteSituation = { employeeId: string; code: SituationCode; from: Day; to: Day | null; staffId: string }
export type SituationRefusal = { type: 'ends_before_start' } | { type: 'known_already'; from: Day }

/** The health team notes what adapts somebody's follow-up or sends them to the doctor, or when it ends. The employer never learns it. */
export async function noteSituation(
  trx: Trx,
  { employeeId, code, from, to, staffId }: NoteSituation,
  now: DateTime
): Promise<Result<null, SituationRefusal>> {
  const { memberId } = orNotFound(await trx.from('employees').select('member_id as memberId').where('id', employeeId).forUpdate().first())
  if (to !== null && to < from) return refuse({ type: 'ends_before_start' })
  const same = () => trx.from('situations').where({ employee_id: employeeId, code })
  const known = await same().select('from_on as from').where('from_on', '<>', from).whereRaw("daterange(from_on, to_on, '[]') && daterange(?::date, ?::date, '[]')", [from, to] as never).first()
  if (known) return refuse({ type: 'known_already', from: known.from })

  // The same beginning again: its end is told, or corrected.
  const [updated] = await same().where('from_on', from).update({ to_on: to }, ['id'])
  if (!updated) {
    const row = { employee_id: employeeId, member_id: memberId, code, from_on: from, to_on: to, noted_by: staffId, noted_at: now.toJSDate() }
    await trx.insertQuery().table('situations').insert(row)
  }
  // Without the member: not even the act is theirs to read (DOMAIN 7).
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'situation.noted', subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok(null)
}
