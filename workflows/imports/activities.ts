import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { applyLine, closeImport, compareNext, expireImport, importBehind, LineRefused, linesToApply, refuseLine, type ImportFacts, type LineToApply } from '#imports'
import type { Clock } from '#workflows/clock'
import type { ImportStep } from '#workflows/imports/contract'
import { markEnded, markStarted } from '#workflows/marks'

// What one activity does before it says how far it is: seconds, not minutes.
const LINES = 200
// Each holds a connection.
const AT_ONCE = 4

export type ImportActivities = ReturnType<typeof importActivities>

export function importActivities({ now }: Clock) {
  return {
    async beginImport(importId: string): Promise<void> {
      await markStarted('imports', importId, await now())
    },

    /** Does the next piece of work that the import is waiting for, and says what comes then. */
    async advanceImport(importId: string): Promise<ImportStep> {
      const instant = await now()
      const found = await asStaff((trx) => importBehind(trx, importId))
      if (!found) return { step: 'over' }
      if (found.state === 'comparing') await asStaff((trx) => compareNext(trx, importId, instant))
      if (found.state === 'applying') await applySome(found, instant)
      const isAtWork = found.state === 'comparing' || found.state === 'applying'
      return isAtWork ? { step: 'more' } : rest(found, instant)
    },

    async endImport(importId: string): Promise<void> {
      await markEnded('imports', importId, await now())
    },
  }
}

// A decision, or the time to read what was refused.
async function rest({ id, state, refused, expiresAt }: ImportFacts, now: DateTime): Promise<ImportStep> {
  const waits = state === 'ready' || state === 'mapping' || (state === 'applied' && refused > 0)
  if (!waits) return { step: 'over' }
  if (now < expiresAt) return { step: 'wait', until: expiresAt.toMillis() }
  await asStaff((trx) => expireImport(trx, id, now))
  return { step: 'over' }
}

async function applySome(found: ImportFacts, now: DateTime) {
  const lines = await asStaff((trx) => linesToApply(trx, found.id, LINES))
  if (lines.length === 0) return asStaff((trx) => closeImport(trx, found.id, now))
  const together = lines.filter(({ alone }) => !alone)
  const lanes = Object.values(Object.groupBy(together, ({ line }) => line % AT_ONCE))
  await Promise.all(lanes.map((lane) => inTurn(found, lane!, now)))
  await inTurn(found, lines.filter(({ alone }) => alone), now)
}

async function inTurn(found: ImportFacts, lines: LineToApply[], now: DateTime) {
  for (const { line } of lines) await applyOne(found, line, now)
}

/** One transaction a line. What the workforce or the database itself refuses is told, and holds back nobody else. */
async function applyOne(found: ImportFacts, line: number, now: DateTime) {
  try {
    await asStaff((trx) => applyLine(trx, found, line, now))
  } catch (error) {
    const refusal = error instanceof LineRefused ? error.refusal : refusalOfDatabase(error)
    if (!refusal) throw error
    await asStaff((trx) => refuseLine(trx, found.id, line, refusal, now))
  }
}

// Classes 22 and 23 of PostgreSQL: a value or a constraint, which no retry mends.
function refusalOfDatabase(error: unknown) {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^2[23]/.test(code) ? { type: 'inconsistent' } : null
}
