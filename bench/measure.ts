import { performance } from 'node:perf_hooks'

/** Measures, prints, and throws when what it measured is not as it must be. */
export type Bench = () => Promise<void>

/** Milliseconds. */
export type Times = { median: number; p95: number; least: number }

/** Gives each way its turn in every round, so that a busy moment of the machine falls on all of them. The first rounds warm up. */
export async function compare(
  ways: Record<string, (round: number) => Promise<unknown>>,
  { rounds = 30, warmUp = 3 } = {}
): Promise<Record<string, Times>> {
  const names = Object.keys(ways)
  const spent: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const start = performance.now()
      await ways[name]!(round)
      if (round >= warmUp) spent[name]!.push(performance.now() - start)
    }
  }
  const times = Object.fromEntries(names.map((name) => [name, timesOf(spent[name]!)]))
  for (const [name, { median, p95, least }] of Object.entries(times)) {
    console.log(`  ${name.padEnd(44)} median ${say(median)}   95 % ${say(p95)}   least ${say(least)}`)
  }
  return times
}

const say = (ms: number) => `${ms.toFixed(1).padStart(8)} ms`

function timesOf(spent: number[]): Times {
  const sorted = spent.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p95: at(0.95), least: sorted[0]! }
}
