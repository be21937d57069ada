import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { handleMessages } from '#visits/actions/handle_messages'
import { lockRequest } from '#visits/queries/lock'

/** A planner read the employer's messages and they need no answer; nothing is told to the employer. */
export async function settleMessages(trx: Trx, input: { requestId: string; staffId: string }, now: DateTime): Promise<void> {
  const { requestId, staffId } = input
  const { memberId } = orNotFound(await lockRequest(trx, requestId))
  if ((await handleMessages(trx, input, now)) === 0) return
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: 'visit_request.messages_settled', memberId, subjectId: requestId })
}
