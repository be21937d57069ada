import { refreshOutdated } from '#follow_up'
import { parisDay } from '#shared/dates'
import type { Clock } from '#workflows/clock'

export function followUpActivities({ now }: Clock) {
  return {
    /** Every night: what time alone changes. */
    async refreshFollowUps(): Promise<number> {
      return refreshOutdated(parisDay(await now()))
    },
  }
}
