/** A generator of numbers between 0 and 1 that gives the same ones at every run. */
export function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Runs `check` on `times` draws: `between(1, 6)` is a whole number, both ends included. */
export function forMany(
  times: number,
  check: (between: (low: number, high: number) => number) => void,
  seed = 2026
) {
  const random = seeded(seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  for (let time = 0; time < times; time += 1) check(between)
}
