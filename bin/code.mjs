// node bin/code.mjs [role]: the six digits that a staff account of the running demo is asked for now.
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { readSummary } from './servers/announcement.mjs'
import { DATA } from './servers/paths.mjs'

const as = `staff:${process.argv[2] ?? 'planner'}`
const account = readSummary(join(DATA, 'demo.json'))?.accounts.find((one) => one.as === as)
if (!account) {
  console.error(`✗ No running demo with an account ${as}`)
  process.exit(1)
}
console.log(new TOTP({ secret: account.totpSecret }).generate())
