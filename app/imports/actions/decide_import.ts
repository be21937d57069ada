import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { lockImport, type ImportState } from '#imports/queries/find_import'
import { forgetLines } from '#imports/actions/forget_lines'

type Decision = { importId: string; memberId: string; userId: string }

/** Has what was accepted applied: the worker does it, one person after another. False when it is no longer to be decided. */
export async function applyImport(trx: Trx, decision: Decision, now: DateTime): Promise<boolean> {
  if (!(await isOpen(trx, decision, ['ready']))) return false
  await trx.from('imports').where('id', decision.importId).update({ state: 'applying', decided_at: now.toISO() })
  await tellDecision(trx, decision, 'import.applied')
  return true
}

/** Nothing of the file is applied, and nothing of it stays. */
export async function dropImport(trx: Trx, decision: Decision, now: DateTime): Promise<boolean> {
  if (!(await isOpen(trx, decision, ['mapping', 'comparing', 'ready']))) return false
  await trx.from('imports').where('id', decision.importId).update({ state: 'dropped', decided_at: now.toISO(), closed_at: now.toISO() })
  await forgetLines(trx, decision.importId)
  await tellDecision(trx, decision, 'import.dropped')
  return true
}

async function isOpen(trx: Trx, { importId, memberId }: Decision, states: ImportState[]) {
  const found = orNotFound(await lockImport(trx, importId))
  if (found.memberId !== memberId) throw new NotFound()
  return states.includes(found.state)
}

async function tellDecision(trx: Trx, { importId, memberId, userId }: Decision, event: 'import.applied' | 'import.dropped') {
  await record(trx, { actor: { kind: 'user', id: userId }, event, memberId, subjectId: importId })
  await tell(trx, 'import', importId, 'changed')
}
