import { join } from 'node:path'
import { readSummary } from '../servers/announcement.mjs'
import { Failure } from '../servers/failure.mjs'
import { DATA } from '../servers/paths.mjs'

/** The running demo: its addresses, what to try on it, who may enter. */
export function runningDemo() {
  const summary = readSummary(join(DATA, 'demo.json'))
  if (!summary) throw new Failure('No demo runs', 'Start one in another terminal: npm run demo')
  const account = (as) => summary.accounts.find((one) => one.as === as)
  return { ...summary, account }
}
