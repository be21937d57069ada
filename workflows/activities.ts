import { accountLinkActivities } from '#workflows/identity/activities'
import { calendarActivities } from '#workflows/calendar/activities'
import { followUpActivities } from '#workflows/follow_up/activities'
import { housekeepingActivities } from '#workflows/housekeeping/activities'
import { importActivities } from '#workflows/imports/activities'
import { invitationActivities } from '#workflows/invitations/activities'
import { sirenChangeActivities } from '#workflows/members/activities'
import { notificationActivities } from '#workflows/notifications/activities'
import { securityNoticeActivities } from '#workflows/security/activities'
import { requestActivities, visitActivities } from '#workflows/visits/activities'
import { workforceActivities } from '#workflows/workforce/activities'
import type { Clock } from '#workflows/clock'

/** All that a worker can be asked to do. */
export function allActivities(clock: Clock) {
  return {
    ...requestActivities(clock),
    ...visitActivities(clock),
    ...accountLinkActivities(clock),
    ...notificationActivities(clock),
    ...securityNoticeActivities(clock),
    ...sirenChangeActivities(clock),
    ...invitationActivities(clock),
    ...importActivities(clock),
    ...calendarActivities(clock),
    ...followUpActivities(clock),
    ...workforceActivities(clock),
    ...housekeepingActivities(clock),
  }
}
