import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import { handleMessages } from '#visits/actions/handle_messages'
import type { WrongRequestState } from '#visits/actions/cancel_request'
import { lockRequest } from '#visits/queries/lock'
import { mayWriteOn } from '#visits/rules/request_messages'

export type WriteMessage = {
  requestId: string
  author: { kind: 'user' | 'staff'; id: string }
  text: string
  /** Of the form: sent twice, it writes once. */
  formKey: string
}

/** A message on an open request. One of OSTRA's answers all that waited, and rings at the employer's; its text goes nowhere else. */
export async function writeMessage(
  trx: Trx,
  { requestId, author, text, formKey }: WriteMessage,
  now: DateTime
): Promise<Result<null, WrongRequestState>> {
  const { state, memberId } = orNotFound(await lockRequest(trx, requestId))
  if (!mayWriteOn(state)) return refuse({ type: 'wrong_state', state })

  const row = { visit_request_id: requestId, member_id: memberId, text, form_key: formKey, sent_at: now.toISO()! }
  const written = await trx
    .insertQuery()
    .table('request_messages')
    .insert({ ...row, [author.kind === 'user' ? 'author_user_id' : 'author_staff_id']: author.id })
    .onConflict(['visit_request_id', 'form_key'])
    .ignore()
    .returning('id')
  if (written.length === 0) return ok(null)

  await record(trx, { actor: author, event: 'visit_request.message_sent', memberId, subjectId: requestId })
  if (author.kind === 'user') return ok(null)
  await handleMessages(trx, { requestId, staffId: author.id }, now)
  await notify(trx, { kind: 'request_message', memberId, requestId, by: author }, now)
  return ok(null)
}
