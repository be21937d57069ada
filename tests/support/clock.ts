import { DateTime } from 'luxon'
import { moveClock } from '#core/clock'
import { parisInstant } from '#shared/dates'

export { moveClock }

/** Moves the application's clock for one test: `cleanup` is the one of Japa's test, or any function that runs after it. */
export function itIs(instant: DateTime, cleanup: (back: () => void) => void) {
  moveClock(instant)
  cleanup(() => moveClock())
}

/** A Paris day and time, so many days from now: `inDays(3, '10:00')`. */
export function inDays(days: number, time: string) {
  return parisInstant(DateTime.now().setZone('Europe/Paris').plus({ days }).toISODate()!, time).toUTC()
}
