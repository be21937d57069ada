import { asStaff } from '#core/tenants'
import { findSecurityNotice } from '#identity'
import { tellSecurityNotice } from '#messaging'
import type { Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'
import { isNews } from '#workflows/news'

export type SecurityNoticeActivities = ReturnType<typeof securityNoticeActivities>

export function securityNoticeActivities({ now }: Clock) {
  return {
    async beginSecurityNotice(noticeId: string): Promise<void> {
      await markStarted('security_notices', noticeId, await now())
    },

    async tellSecurityNotice(noticeId: string): Promise<void> {
      const instant = await now()
      const notice = await asStaff((trx) => findSecurityNotice(trx, noticeId))
      if (notice && isNews(notice.at, instant)) await tellSecurityNotice(notice, instant)
    },

    async endSecurityNotice(noticeId: string): Promise<void> {
      await markEnded('security_notices', noticeId, await now())
    },
  }
}
