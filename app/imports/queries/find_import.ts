import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Section } from '#imports/rules/item'

export type ImportState = 'mapping' | 'comparing' | 'ready' | 'applying' | 'applied' | 'dropped' | 'expired'
export type ImportFormat = 'csv' | 'xlsx' | 'dsn'
export type ForeignSiret = { siret: string; people: number }

/** `counts`: of those applied, by section, once it is over; `toApply`: the people whom the application concerns. */
export type ImportCounts = Partial<Record<Section | 'unchanged' | 'toApply', number>>

export type ImportFacts = {
  id: string
  memberId: string
  userId: string
  batchId: string
  format: ImportFormat
  state: ImportState
  people: number
  compared: number
  applied: number
  refused: number
  header: string[] | null
  ignoredColumns: string[]
  foreignSirets: ForeignSiret[]
  counts: ImportCounts
  createdAt: DateTime
  closedAt: DateTime | null
  expiresAt: DateTime
}

const COLUMNS = {
  id: 'id',
  memberId: 'member_id',
  userId: 'user_id',
  batchId: 'batch_id',
  format: 'format',
  state: 'state',
  people: 'people',
  compared: 'compared',
  applied: 'applied',
  refused: 'refused',
  header: 'header',
  ignoredColumns: 'ignored_columns',
  foreignSirets: 'foreign_sirets',
  counts: 'counts',
  createdAt: 'created_at',
  closedAt: 'closed_at',
  expiresAt: 'expires_at',
}

/** An import of this member: null for a stranger's, as for one that is not there. */
export async function findImport(trx: Trx, memberId: string, id: string): Promise<ImportFacts | null> {
  return read(await trx.from('imports').select(COLUMNS).where({ id, member_id: memberId }).first())
}

/** The import behind a workflow. */
export async function importBehind(trx: Trx, id: string): Promise<ImportFacts | null> {
  return read(await trx.from('imports').select(COLUMNS).where({ id }).first())
}

/** The same, which nobody else changes until the commit. */
export async function lockImport(trx: Trx, id: string): Promise<ImportFacts | null> {
  return read(await trx.from('imports').select(COLUMNS).where({ id }).forUpdate().first())
}

/** The member's latest imports. */
export async function listImports(trx: Trx, memberId: string): Promise<ImportFacts[]> {
  const rows = await trx.from('imports').select(COLUMNS).where({ member_id: memberId }).orderBy('created_at', 'desc').limit(20)
  return rows.map((row) => read(row)!)
}

function read(row: any): ImportFacts | null {
  return row && { ...row, createdAt: instant(row.createdAt), closedAt: maybeInstant(row.closedAt), expiresAt: instant(row.expiresAt) }
}
