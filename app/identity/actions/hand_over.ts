import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { lockAccesses } from '#identity/actions/access_locks'
import { writeAccess } from '#identity/actions/write_access'
import { decideAct, type ActRefusal } from '#identity/rules/access_acts'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

/** The holder gives the role to another administrator and stays one. From then on the number opens the other's account. */
export async function handOver(
  trx: Trx,
  { memberId, accessId, userId }: { memberId: string; accessId: string; userId: string },
  now: DateTime
): Promise<Result<null, ActRefusal>> {
  const { actor, find } = await lockAccesses(trx, { memberId, userId }, parisDay(now))
  const next = find(accessId)
  const decision = decideAct('hand_over', { ...next, own: next.userId === userId }, actor)
  if (!decision.ok) return refuse(decision.error)

  // One holder at a time, at each instant: the former first.
  for (const [access, holder] of [[actor, false], [next, true]] as const) {
    await writeAccess(trx, { accessId: access.id, memberId, before: { holder: !holder }, after: { holder }, by: { user: userId } }, now)
  }
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'access.handed_over', memberId, subjectId: accessId })
  return ok(null)
}
