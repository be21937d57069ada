import type { DateTime } from 'luxon'
import type { Actor } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import type { NotificationKind } from '#messaging/rules/notification_kinds'

/** Something that the users of a member should learn, but for the one who did it. */
export type Happened = { kind: NotificationKind; memberId: string; by: Actor } & ({ visitId: string } | { requestId: string })

// The convocation contacts are written to, whatever users chose for themselves.
const ALWAYS_MAILED: NotificationKind[] = ['employee_declined']

/**
 * Writes it in the transaction of the act, so that one is not without the other. Nothing of a visit that the employer
 * must not see (DOMAIN 7). A workflow starts only when somebody is to be written to.
 */
export async function notify(trx: Trx, happened: Happened, now: DateTime): Promise<void> {
  const { kind, memberId, by } = happened
  const { rows } = await trx.rawQuery(
    `insert into notifications (member_id, kind, visit_id, visit_starts_at, visit_request_id, actor_user_id, at, workflow_ended_at)
     select :memberId, :kind, visits.id, visits.starts_at, :requestId, :userId, :at,
       case when not :always and not wants_notification_mail(:memberId, :kind, :userId) then cast(:at as timestamptz) end
     from (values (1)) as once left join visits on visits.id = :visitId
     where cast(:visitId as uuid) is null or visits.visible_to_member
     returning id, workflow_ended_at is null as "isToMail"`,
    {
      kind,
      memberId,
      visitId: 'visitId' in happened ? happened.visitId : null,
      requestId: 'requestId' in happened ? happened.requestId : null,
      userId: by.kind === 'user' ? by.id : null,
      at: now.toISO()!,
      always: ALWAYS_MAILED.includes(kind),
    } as never
  )
  if (rows[0]?.isToMail) await tell(trx, 'notification', rows[0].id)
}
