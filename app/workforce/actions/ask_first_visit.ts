import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { askVisit, type RequestKind } from '#visits'
import type { By } from '#workforce/actions/by'
import { readWorkforceChoices } from '#workforce/queries/read_workforce_choices'

type Asked = { memberId: string; employeeId: string; by: By }

/** Asks the visit that a hiring makes due, for a member that chose so. */
export async function askFirstVisit(trx: Trx, asked: Asked, now: DateTime): Promise<string | null> {
  const { requestOnHire } = await readWorkforceChoices(trx, asked.memberId)
  return requestOnHire ? ask(trx, asked, 'follow_up', now) : null
}

/** Informs the service of an exposure that ends with the contract, as the law wants (R4624-28-2): by the request itself. */
export async function informOfExposure(trx: Trx, asked: Asked, now: DateTime): Promise<string | null> {
  const due = await trx.from('due_visits').where({ employee_id: asked.employeeId, kind: 'post_exposure' }).first()
  return due ? ask(trx, asked, 'post_exposure', now) : null
}

// What cannot be asked, since nothing is due or it is convoked already, is no reason to refuse the change itself.
async function ask(trx: Trx, { memberId, employeeId, by }: Asked, kind: RequestKind, now: DateTime) {
  if (!('user' in by)) return null
  const request = { memberId, employeeIds: [employeeId], kind, reason: null, wishFrom: null, note: null, userId: by.user }
  const asked = await askVisit(trx, request, now)
  return asked.ok ? (asked.value.sent[0]?.requestId ?? null) : null
}
