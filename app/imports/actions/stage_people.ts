import encryption from '@adonisjs/core/services/encryption'
import type { RawQueryBindings } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import type { ForeignSiret, ImportFormat } from '#imports/queries/find_import'
import { identityKey } from '#imports/rules/match_person'
import type { StagedPerson } from '#imports/rules/person'

export const NATIONAL_ID_PURPOSE = 'import_national_id'
const PIECE = 1000

export type StagedFile = { batchId: string; userId: string; format: ImportFormat; ignoredColumns: string[]; foreign: ForeignSiret[] }

/** Keeps what a file says of one member's people until somebody decides, and has it compared. */
export async function stagePeople(trx: Trx, memberId: string, people: readonly StagedPerson[], file: StagedFile, now: DateTime): Promise<string> {
  const { batchId, userId, format, ignoredColumns, foreign } = file
  const id = await insertImport(trx, { memberId, userId, batchId, format, state: 'comparing', people: people.length, ignoredColumns, foreign }, now)
  await insertLines(trx, { importId: id, memberId }, people)
  return id
}

type NewImport = {
  memberId: string
  userId: string
  batchId: string
  format: ImportFormat
  state: 'comparing' | 'mapping'
  people: number
  header?: string[]
  ignoredColumns?: string[]
  foreign?: ForeignSiret[]
}

/** The row of an import, which its workflow follows from now on. */
export async function insertImport(trx: Trx, file: NewImport, now: DateTime): Promise<string> {
  const { import_retention_days: days } = await readSettings(trx)
  const { memberId, userId, batchId, format, state, people, header = null, ignoredColumns = [], foreign = [] } = file
  const row = { member_id: memberId, user_id: userId, batch_id: batchId, format, state, people, header, ignored_columns: ignoredColumns }
  const times = { created_at: now.toISO(), expires_at: now.plus({ days }).toISO() }
  const [{ id }] = await trx.insertQuery().table('imports').insert({ ...row, foreign_sirets: JSON.stringify(foreign), ...times }).returning('id')
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'import.created', memberId, subjectId: id })
  await tell(trx, 'import', id)
  return id
}

type Where = { importId: string; memberId: string }

/** Several thousand lines are a few statements. */
export async function insertLines(trx: Trx, { importId, memberId }: Where, people: readonly StagedPerson[]) {
  for (let from = 0; from < people.length; from += PIECE) {
    const piece = people.slice(from, from + PIECE)
    await trx.rawQuery(
      `insert into import_lines (import_id, member_id, line, identity_key, facts, anomalies, sealed_national_id)
       select :importId, :memberId, told.line, told.identity_key, told.facts::jsonb, told.anomalies::jsonb, told.sealed
       from unnest(:lines::int[], :keys::text[], :facts::text[], :anomalies::text[], :sealed::text[]) as told (line, identity_key, facts, anomalies, sealed)`,
      {
        importId,
        memberId,
        lines: piece.map(({ line }) => line),
        keys: piece.map(({ facts }) => identityKey(facts)),
        facts: piece.map(({ facts }) => JSON.stringify(facts)),
        anomalies: piece.map(({ anomalies }) => JSON.stringify(anomalies)),
        sealed: piece.map(({ nationalId }) => nationalId && encryption.encrypt(nationalId, undefined, NATIONAL_ID_PURPOSE)),
      } as RawQueryBindings
    )
  }
}
