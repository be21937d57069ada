import { accountLinkActivities } from '#workflows/identity/activities'
import { invitationActivities } from '#workflows/invitations/activities'
import { sirenChangeActivities } from '#workflows/members/activities'
import { notificationActivities } from '#workflows/notifications/activities'
import { requestActivities, visitActivities } from '#workflows/visits/activities'
import type { Clock } from '#workflows/clock'

/** All that a worker can be asked to do. */
export function allActivities(clock: Clock) {
  return { ...requestActivities(clock), ...visitActivities(clock), ...accountLinkActivities(clock), ...notificationActivities(clock), ...sirenChangeActivities(clock), ...invitationActivities(clock) }
}
