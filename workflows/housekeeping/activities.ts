import { pruneAll, type Pruned } from '#core/housekeeping/prune'
import { asStaff } from '#core/tenants'
import { eraseFormerUsers } from '#identity'
import type { Clock } from '#workflows/clock'

export function housekeepingActivities({ now }: Clock) {
  return {
    /** Every night: nothing grows for ever. */
    async prune(): Promise<Pruned[]> {
      return pruneAll(await now())
    },

    /** Every night: whoever has had no access for a year, some at a time, until none is left. */
    async eraseFormerUsers(): Promise<number> {
      const instant = await now()
      for (let total = 0; ; ) {
        const erased = await asStaff((trx) => eraseFormerUsers(trx, instant))
        if (erased === 0) return total
        total += erased
      }
    },
  }
}
