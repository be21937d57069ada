import { asStaff } from '#core/tenants'
import type { Day } from '#shared/dates'
import { refresh } from '#follow_up/actions/refresh'
import { listOutdated } from '#follow_up/queries/list_outdated'

const AT_ONCE = 500

/**
 * Asks the law again for everybody of whom the day's answer is missing: a birthday, a reform, the 31st day of a stoppage.
 * Each batch is its own transaction, so that a run that was stopped goes on where it was. Gives how many were done.
 */
export async function refreshOutdated(today: Day, atOnce = AT_ONCE): Promise<number> {
  for (let done = 0; ; ) {
    const ids = await asStaff(async (trx) => {
      const outdated = await listOutdated(trx, today, atOnce)
      await refresh(trx, outdated, today)
      return outdated
    })
    done += ids.length
    if (ids.length < atOnce) return done
  }
}
