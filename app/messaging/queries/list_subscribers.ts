import type { Trx } from '#core/tenants'
import { allows, rightsOf } from '#identity/rules/rights'
import type { NotificationFacts } from '#messaging/queries/find_notification'

/** Keys of the users who chose to be written to about such a thing, who may read visits, did not do it and are not told as contacts. */
export async function listSubscribers(
  trx: Trx,
  { kind, member, actorUserId }: NotificationFacts,
  alreadyTold: string[]
): Promise<string[]> {
  const { rows } = await trx.rawQuery(
    `select users.id, accesses.preset
     from accesses
     join users on users.id = accesses.user_id
     join notification_choices as choice on choice.user_id = users.id and choice.kind = :kind and choice.channel = 'email'
     where accesses.member_id = :memberId and accesses.revoked_at is null and choice.wanted
       and users.id is distinct from cast(:actorUserId as uuid) and 'user:' || users.id <> all(:alreadyTold)
       and not exists (select from contacts where 'contact:' || contacts.id = any(:alreadyTold) and lower(contacts.email) = users.email)
     order by users.id`,
    { kind, memberId: member.id, actorUserId, alreadyTold } as never
  )
  return rows
    .filter(({ preset }: { preset: Parameters<typeof rightsOf>[0] }) => allows(rightsOf(preset), 'visits', 'read'))
    .map(({ id }: { id: string }) => `user:${id}`)
}
