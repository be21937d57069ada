import { asStaff } from '#core/tenants'
import { tellRequestReceived, tellRequestRefused } from '#messaging'
import { escalateRequest, requestFacts, requestWatch } from '#visits'
import type { Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'
import { isNews } from '#workflows/news'
import type { RequestWatch } from '#workflows/visits/contract'

export type RequestActivities = ReturnType<typeof requestActivities>

export function requestActivities({ now }: Clock) {
  return {
    async beginRequest(requestId: string): Promise<void> {
      await markStarted('visit_requests', requestId, await now())
    },

    /** As long as the request has no answer: the answer says more. */
    async tellRequestReceived(requestId: string): Promise<void> {
      const instant = await now()
      const facts = await asStaff((trx) => requestFacts(trx, requestId))
      const isWaiting = facts?.state === 'sent' || facts?.state === 'taken'
      if (facts && isWaiting && isNews(facts.requestedAt, instant)) await tellRequestReceived(facts, instant)
    },

    /** Raises what a request that waits deserves, and says when to look again. */
    async watchRequest(requestId: string): Promise<RequestWatch> {
      const instant = await now()
      return asStaff(async (trx) => {
        const watch = await requestWatch(trx, requestId, instant)
        if (!watch || watch.closed) return { over: true }
        if (watch.escalate.length > 0) await escalateRequest(trx, { requestId, kinds: watch.escalate }, instant)
        return { over: false, ...(watch.next && { next: watch.next.toMillis() }) }
      })
    },

    /** A refusal is told; the other ends are known to who made them. */
    async tellRequestClosed(requestId: string): Promise<void> {
      const instant = await now()
      const facts = await asStaff((trx) => requestFacts(trx, requestId))
      if (facts?.refusedAt && isNews(facts.refusedAt, instant)) await tellRequestRefused(facts, instant)
    },

    async endRequest(requestId: string): Promise<void> {
      await markEnded('visit_requests', requestId, await now())
    },
  }
}
