import { asStaff } from '#core/tenants'
import { EXPIRE_AFTER_DAYS, expireInvitation, findInvitation, remindAt } from '#identity'
import { remindInvitation, sendInvitation } from '#messaging'
import { parisDay } from '#shared/dates'
import { tooEarly, type Clock } from '#workflows/clock'
import type { InvitationPlan } from '#workflows/invitations/contract'
import { markEnded, markStarted } from '#workflows/marks'

export type InvitationActivities = ReturnType<typeof invitationActivities>

export function invitationActivities({ now }: Clock) {
  return {
    async beginInvitation(invitationId: string): Promise<void> {
      await markStarted('invitations', invitationId, await now())
    },

    /** Sends the invitation once; says when to recall it and when it ends, null when there is nothing to wait for. */
    async sendInvitation(invitationId: string): Promise<InvitationPlan | null> {
      const instant = await now()
      const invitation = await asStaff((trx) => findInvitation(trx, invitationId))
      const tooLate = invitation && instant.diff(invitation.invitedAt).as('days') > EXPIRE_AFTER_DAYS
      if (!invitation || invitation.over || tooLate) return null

      await sendInvitation(invitationId, instant)
      const sent = await asStaff((trx) => findInvitation(trx, invitationId))
      if (!sent?.expiresAt || sent.over) return null
      return { remindAt: remindAt(sent.expiresAt).toMillis(), expiresAt: sent.expiresAt.toMillis() }
    },

    /** If it still means something: not answered, not withdrawn, and neither its end nor that of the access has come. */
    async remindInvitation(invitationId: string): Promise<void> {
      const instant = await now()
      const invitation = await asStaff((trx) => findInvitation(trx, invitationId))
      if (!invitation?.expiresAt || invitation.over || instant >= invitation.expiresAt) return
      if (invitation.endsOn !== null && invitation.endsOn < parisDay(instant)) return
      if (instant < remindAt(invitation.expiresAt)) throw tooEarly(remindAt(invitation.expiresAt), instant)
      await remindInvitation(invitationId, instant)
    },

    async tidyInvitation(invitationId: string): Promise<void> {
      const instant = await now()
      const invitation = await asStaff(async (trx) => {
        await expireInvitation(trx, invitationId, instant)
        return findInvitation(trx, invitationId)
      })
      if (invitation?.expiresAt && !invitation.over && instant < invitation.expiresAt) throw tooEarly(invitation.expiresAt, instant)
      await markEnded('invitations', invitationId, instant)
    },
  }
}
