import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { route, type Imported, type NobodyOfYours, type Sender } from '#imports/actions/import_people'
import { ignoredColumns } from '#imports/actions/import_table'
import { insertLines, stagePeople } from '#imports/actions/stage_people'
import { openRows } from '#imports/actions/stage_rows'
import { readRows } from '#imports/files/read_table'
import { rememberedColumns } from '#imports/queries/accounts'
import { lockImport, type ImportFacts } from '#imports/queries/find_import'
import { columnKey, mappingFaults, type Mapping, type MappingFault } from '#imports/rules/recognise_columns'
import type { Routed } from '#imports/rules/route_people'

export type ColumnsRefusal = { type: 'faults'; faults: MappingFault[] } | { type: 'decided' } | NobodyOfYours

/** Somebody said what the columns are: the lines are read by them, and the next file of the member will be too. */
export async function chooseColumns(
  trx: Trx,
  sender: Sender,
  { importId, mapping }: { importId: string; mapping: Mapping },
  now: DateTime
): Promise<Result<Imported, ColumnsRefusal>> {
  const waiting = orNotFound(await lockImport(trx, importId))
  if (waiting.memberId !== sender.memberId) throw new NotFound()
  if (waiting.state !== 'mapping') return refuse({ type: 'decided' })
  const faults = mappingFaults(mapping)
  if (faults.length > 0) return refuse({ type: 'faults', faults })

  const header = waiting.header!
  const people = await readRows(await openRows(trx, importId), { header, mapping, serials: waiting.format === 'xlsx' })
  const routed = await route(trx, sender, people)
  if (routed.parts.size === 0) return refuse({ type: 'nobody_of_yours', foreign: routed.foreign })
  await remember(trx, sender, header, mapping, now)
  await trx.from('import_lines').where({ import_id: importId }).delete()
  return ok(await settle(trx, sender, waiting, routed, ignoredColumns(header, mapping), now))
}

async function settle(trx: Trx, { memberId, userId }: Sender, { id, batchId, format }: ImportFacts, { parts, foreign }: Routed, ignored: string[], now: DateTime): Promise<Imported> {
  const mine = parts.get(memberId)
  const others = [...parts].filter(([one]) => one !== memberId)
  for (const [other, people] of others) await stagePeople(trx, other, people, { batchId, userId, format, ignoredColumns: ignored, foreign }, now)
  await insertLines(trx, { importId: id, memberId }, mine ?? [])
  const read = { people: mine?.length ?? 0, ignored_columns: ignored, foreign_sirets: JSON.stringify(foreign) }
  const next = mine ? { state: 'comparing' } : { state: 'dropped', closed_at: now.toISO() }
  await trx.from('imports').where({ id }).update({ ...read, ...next })
  await tell(trx, 'import', id, 'changed')
  return { here: mine ? id : null, elsewhere: others.map(([one]) => one), foreign }
}

async function remember(trx: Trx, { memberId, userId }: Sender, header: readonly string[], mapping: Mapping, now: DateTime) {
  const chosen = Object.fromEntries(header.map((name, rank) => [columnKey(name), mapping[rank] ?? ''] as const).filter(([key]) => key !== ''))
  const columns = JSON.stringify({ ...(await rememberedColumns(trx, memberId)), ...chosen })
  const row = { member_id: memberId, columns, chosen_by: userId, chosen_at: now.toISO() }
  await trx.insertQuery().table('import_columns').insert(row).onConflict('member_id').merge(['columns', 'chosen_by', 'chosen_at'])
}
