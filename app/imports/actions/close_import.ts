import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { forgetLines } from '#imports/actions/forget_lines'
import { lockImport } from '#imports/queries/find_import'

/** Everything accepted was applied: the counts stay, what the file said of people goes, but for the names of the lines refused. */
export async function closeImport(trx: Trx, importId: string, now: DateTime) {
  const found = await lockImport(trx, importId)
  if (found?.state !== 'applying') return
  const { counts, applied, refused } = await outcome(trx, importId)
  await trx.from('import_items').where({ import_id: importId }).delete()
  await trx.from('import_lines').where({ import_id: importId }).whereNull('refusal').delete()
  const names = trx.raw(`jsonb_build_object('firstName', facts -> 'firstName', 'familyName', facts -> 'familyName')`)
  await trx.from('import_lines').where({ import_id: importId }).update({ facts: names, anomalies: '[]', identity_key: null, sealed_national_id: null })
  await trx.from('imports').where('id', importId).update({ state: 'applied', closed_at: now.toISO(), counts: JSON.stringify(counts), applied, refused })
}

/** Nobody decided in time, or the time to read what was refused is over: nothing of the people stays. */
export async function expireImport(trx: Trx, importId: string, now: DateTime) {
  const found = await lockImport(trx, importId)
  if (!found || found.expiresAt > now) return
  await forgetLines(trx, importId)
  const open = ['mapping', 'comparing', 'ready'].includes(found.state)
  if (open) await trx.from('imports').where('id', importId).update({ state: 'expired', closed_at: now.toISO() })
}

async function outcome(trx: Trx, importId: string) {
  const { rows: sections } = await trx.rawQuery(
    `select items.section, count(*)::int as total from import_items as items
     join import_lines as lines on lines.import_id = items.import_id and lines.line = items.line
     where items.import_id = ? and items.accepted and lines.applied_at is not null and lines.refusal is null
       and items.section in ('entry', 'departure', 'change')
     group by items.section`,
    [importId]
  )
  const { rows } = await trx.rawQuery(
    `select count(*) filter (where applied_at is not null and refusal is null and kept.any)::int as applied, count(refusal)::int as refused,
       count(*) filter (where applied_at is null and kept.aside)::int as aside
     from import_lines as lines cross join lateral (
       select coalesce(bool_or(accepted), false) as any, coalesce(bool_or(section in ('anomaly', 'duplicate') and accepted is not true), false) as aside
       from import_items as items where items.import_id = lines.import_id and items.line = lines.line) as kept
     where import_id = ?`,
    [importId]
  )
  const [{ applied, refused, aside }] = rows
  const counts = Object.fromEntries(sections.map((row: { section: string; total: number }) => [row.section, row.total]))
  return { counts: aside > 0 ? { ...counts, aside } : counts, applied, refused }
}
