import { pruneAll, type Pruned } from '#core/housekeeping/prune'
import type { Clock } from '#workflows/clock'

export function housekeepingActivities({ now }: Clock) {
  return {
    /** Every night: nothing grows for ever. */
    async prune(): Promise<Pruned[]> {
      return pruneAll(await now())
    },
  }
}
