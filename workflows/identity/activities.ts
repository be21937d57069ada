import { asStaff } from '#core/tenants'
import { expireReset, findReset } from '#identity'
import { sendResetLink } from '#messaging'
import { tooEarly, type Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'

// Nobody waits for a link that long: who still needs one asks again.
const SEND_WITHIN_HOURS = 24

export type PasswordResetActivities = ReturnType<typeof passwordResetActivities>

export function passwordResetActivities({ now }: Clock) {
  return {
    async beginReset(resetId: string): Promise<void> {
      await markStarted('password_resets', resetId, await now())
    },

    /** Sends the link once; gives its end in milliseconds, null when there is no link to wait for. */
    async sendResetLink(resetId: string): Promise<number | null> {
      const instant = await now()
      const reset = await asStaff((trx) => findReset(trx, resetId))
      const tooLate = reset && instant.diff(reset.requestedAt).as('hours') > SEND_WITHIN_HOURS
      if (!reset || reset.over || tooLate) return null

      await sendResetLink({ resetId, userId: reset.userId }, instant)
      const sent = await asStaff((trx) => findReset(trx, resetId))
      return sent?.expiresAt?.toMillis() ?? null
    },

    async tidyReset(resetId: string): Promise<void> {
      const instant = await now()
      const reset = await asStaff(async (trx) => {
        await expireReset(trx, resetId, instant)
        return findReset(trx, resetId)
      })
      if (reset?.expiresAt && !reset.over) throw tooEarly(reset.expiresAt, instant)
      await markEnded('password_resets', resetId, instant)
    },
  }
}
