import { asStaff } from '#core/tenants'
import { expireLink, findLink } from '#identity'
import { sendAccountLink } from '#messaging'
import { tooEarly, type Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'

// Nobody waits for a link that long: who still needs one asks again.
const SEND_WITHIN_HOURS = 24

export type AccountLinkActivities = ReturnType<typeof accountLinkActivities>

export function accountLinkActivities({ now }: Clock) {
  return {
    async beginLink(linkId: string): Promise<void> {
      await markStarted('account_links', linkId, await now())
    },

    /** Sends the link once; gives its end in milliseconds, null when there is no link to wait for. */
    async sendLink(linkId: string): Promise<number | null> {
      const instant = await now()
      const link = await asStaff((trx) => findLink(trx, linkId))
      const tooLate = link && instant.diff(link.requestedAt).as('hours') > SEND_WITHIN_HOURS
      if (!link || link.over || tooLate) return null

      await sendAccountLink(linkId, instant)
      const sent = await asStaff((trx) => findLink(trx, linkId))
      return sent?.expiresAt?.toMillis() ?? null
    },

    async tidyLink(linkId: string): Promise<void> {
      const instant = await now()
      const link = await asStaff(async (trx) => {
        await expireLink(trx, linkId, instant)
        return findLink(trx, linkId)
      })
      if (link?.expiresAt && !link.over) throw tooEarly(link.expiresAt, instant)
      await markEnded('account_links', linkId, instant)
    },
  }
}
