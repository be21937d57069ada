import encryption from '@adonisjs/core/services/encryption'
import type { DateTime } from 'luxon'
import { listSites } from '#members'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { applyDeed } from '#imports/actions/apply_deed'
import { NATIONAL_ID_PURPOSE } from '#imports/actions/stage_people'
import type { ImportFacts } from '#imports/queries/find_import'
import { knownEmployees } from '#imports/queries/known_employees'
import { comparePerson } from '#imports/rules/compare_person'
import type { PersonFacts } from '#imports/rules/person'

/** Stops the transaction of a line that the workforce refuses: nothing of the line is done, and it says why. */
export class LineRefused extends Error {
  constructor(readonly refusal: { type: string }) {
    super(refusal.type)
  }
}

type Line = { line: number; facts: PersonFacts; sealed: string | null; same: boolean }

/**
 * Applies what was accepted of one line, all or nothing, in the caller's transaction. It is compared anew with the workforce of
 * this instant: what was done meanwhile, by a page, by another file or by a former try, is not done twice.
 * @throws LineRefused
 */
export async function applyLine(trx: Trx, { id, memberId, userId, format }: ImportFacts, lineNumber: number, now: DateTime) {
  const line = await lockLine(trx, id, lineNumber)
  if (!line) return
  const { facts, sealed, same } = line
  const around = {
    employees: await knownEmployees(trx, memberId, [facts], now),
    sites: await listSites(trx, memberId),
    today: parisDay(now),
    correctsEntry: format !== 'dsn',
  }
  const { employee, deeds } = comparePerson({ facts, anomalies: [], sameAsLine: same ? 0 : null }, around)
  const accepted = await acceptedKeys(trx, id, lineNumber)
  const nir = sealed && encryption.decrypt<string>(sealed, NATIONAL_ID_PURPOSE)
  const whose = { memberId, by: { user: userId }, nir, facts }

  let employeeId = employee?.id ?? null
  const due = deeds.filter(({ key }) => accepted.has(key) || (same && key !== 'hire'))
  for (const deed of due) {
    const done = await applyDeed(trx, whose, employeeId, deed, now)
    if (!done.ok) throw new LineRefused(done.error)
    employeeId = done.value
  }
  await keepDone(trx, id, lineNumber, due.map(({ key }) => key))
  await trx.from('import_lines').where({ import_id: id, line: lineNumber }).update({ applied_at: now.toISO() })
}

/** The line is over, and nothing of it was done. */
export async function refuseLine(trx: Trx, importId: string, line: number, refusal: { type: string }, now: DateTime) {
  await trx
    .from('import_lines')
    .where({ import_id: importId, line })
    .whereNull('applied_at')
    .update({ applied_at: now.toISO(), refusal: JSON.stringify(refusal), sealed_national_id: null })
}

// Two workers may hold the same line for a moment, when one was thought dead: the second finds it done.
async function lockLine(trx: Trx, importId: string, line: number): Promise<Line | null> {
  const { rows } = await trx.rawQuery(
    `select line, facts, sealed_national_id as sealed, exists (
       select from import_items as items where items.import_id = lines.import_id and items.line = lines.line and items.details ->> 'type' = 'same_line') as same
     from import_lines as lines where import_id = ? and line = ? and applied_at is null for update`,
    [importId, line]
  )
  return rows[0] ?? null
}

// What was accepted and had been done meanwhile is nothing that this import did: its report counts what is left accepted.
async function keepDone(trx: Trx, importId: string, line: number, done: readonly string[]) {
  const accepted = trx.from('import_items').where({ import_id: importId, line, accepted: true })
  if (done.length > 0) accepted.whereIn('section', ['entry', 'departure', 'change']).whereNotIn('key', [...done])
  await accepted.update({ accepted: false })
}

async function acceptedKeys(trx: Trx, importId: string, line: number): Promise<Set<string>> {
  const rows: { key: string }[] = await trx.from('import_items').select('key').where({ import_id: importId, line, accepted: true })
  return new Set(rows.map(({ key }) => key))
}
