import type { Trx } from '#core/tenants'
import { allows, type Rights } from '#identity/rules/rights'
import type { Day } from '#shared/dates'
import type { NotificationFacts } from '#messaging/queries/find_notification'

/**
 * Keys of the users who chose to be written to about such a thing, whose access is in force on this day and lets them read
 * visits of this employee's site, who did not do it and are not told as contacts.
 */
export async function listSubscribers(
  trx: Trx,
  { id, kind, member, actorUserId }: NotificationFacts,
  alreadyTold: string[],
  today: Day
): Promise<string[]> {
  const { rows } = await trx.rawQuery(
    `select users.id, accesses.rights
     from accesses
     join users on users.id = accesses.user_id
     join notification_choices as choice on choice.user_id = users.id and choice.kind = :kind and choice.channel = 'email'
     where accesses.member_id = :memberId and accesses.revoked_at is null and accesses.suspended_at is null
       and (accesses.ends_on is null or accesses.ends_on >= :today) and choice.wanted
       and (accesses.site_ids is null or (
         select employees.site_id from notifications
         left join visits on visits.id = notifications.visit_id
         left join visit_requests on visit_requests.id = notifications.visit_request_id
         join employees on employees.id = coalesce(visits.employee_id, visit_requests.employee_id)
         where notifications.id = :id) = any (accesses.site_ids))
       and users.id is distinct from cast(:actorUserId as uuid) and 'user:' || users.id <> all(:alreadyTold)
       and not exists (select from contacts where 'contact:' || contacts.id = any(:alreadyTold) and lower(contacts.email) = users.email)
     order by users.id`,
    { id, kind, memberId: member.id, actorUserId, alreadyTold, today } as never
  )
  return rows
    .filter(({ rights }: { rights: Rights }) => allows(rights, 'visits', 'read'))
    .map((user: { id: string }) => `user:${user.id}`)
}
