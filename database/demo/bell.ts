import type { DateTime } from 'luxon'
import type { Followed, Scene } from '#database/demo/scene'
import type { NotificationKind } from '#messaging/rules/notification_kinds'

const REMEMBERED_DAYS = 45

/** Days since the demo's users last looked at their bell: what came since is new to them. */
export const LAST_SEEN_DAYS = 3

type News = { kind: NotificationKind; at: DateTime } & ({ visit: { id: string; starts_at: DateTime } } | { requestId: string })

/** What OSTRA did lately rings; nobody asked to be mailed about it. */
export function ring({ rows, now }: Scene, { firm }: Followed, { kind, at, ...about }: News) {
  if (at < now.minus({ days: REMEMBERED_DAYS }) || at > now) return
  const visit = 'visit' in about ? about.visit : null
  rows.add('notifications', {
    member_id: firm.memberId,
    kind,
    visit_id: visit?.id ?? null,
    visit_starts_at: visit?.starts_at ?? null,
    visit_request_id: 'requestId' in about ? about.requestId : null,
    at,
    workflow_ended_at: at,
  })
}
