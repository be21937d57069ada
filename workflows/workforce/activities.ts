import { asStaff } from '#core/tenants'
import { archiveLeavers } from '#workforce'
import type { Clock } from '#workflows/clock'

export function workforceActivities({ now }: Clock) {
  return {
    /** Every night: the files of those who left long ago, some at a time, until none is left. */
    async archiveLeavers(): Promise<number> {
      const instant = await now()
      for (let total = 0; ; ) {
        const archived = await asStaff((trx) => archiveLeavers(trx, instant))
        if (archived === 0) return total
        total += archived
      }
    },
  }
}
