import { cutAllSlots } from '#calendar'
import type { Clock } from '#workflows/clock'

export function calendarActivities({ now }: Clock) {
  return {
    /** Every night: the day that comes into sight is cut in slots. */
    async cutSlots(): Promise<number> {
      return cutAllSlots(await now())
    },
  }
}
