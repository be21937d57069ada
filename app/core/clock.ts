import { DateTime } from 'luxon'

let shiftMs = 0

/** The only clock. Controllers, activities and commands read it and pass `now` on. */
export function now() {
  return DateTime.utc().plus({ milliseconds: shiftMs })
}

/** Tests move the clock to an instant; without one it is right again. */
export function moveClock(instant?: DateTime) {
  shiftMs = instant ? instant.toMillis() - Date.now() : 0
}
