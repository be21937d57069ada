import { DateTime } from 'luxon'

let shiftMs = 0
let stoppedAt: DateTime | undefined

/** The only clock. Controllers, activities and commands read it and pass `now` on. */
export function now() {
  return stoppedAt ?? DateTime.utc().plus({ milliseconds: shiftMs })
}

/** Tests move the clock to an instant, from which it goes on; without one it is right again. */
export function moveClock(instant?: DateTime) {
  stoppedAt = undefined
  shiftMs = instant ? instant.toMillis() - Date.now() : 0
}

/** Tests at the exact edge of a rule: it stays this instant until the clock is moved again. */
export function stopClock(instant: DateTime) {
  stoppedAt = instant.toUTC()
}
