import type { Trx } from '#core/tenants'
import type { Item, Section } from '#imports/rules/item'
import { personName, type PersonFacts } from '#imports/rules/person'

export const ITEMS_PER_PAGE = 50

/** `applied`: of those accepted, those that will be done, since nothing odd in their line was left aside. */
export type SectionCount = { section: Section; total: number; accepted: number; acceptable: number; applied: number }
export type ImportItem = Item & { id: string; line: number; name: string }

/** How many things each section holds, and how many of them are accepted. */
export async function countSections(trx: Trx, importId: string): Promise<SectionCount[]> {
  const { rows } = await trx.rawQuery(
    `with left_aside as (
       select distinct line from import_items where import_id = :importId and section in ('anomaly', 'duplicate') and accepted is not true)
     select section, count(*)::int as total, count(*) filter (where accepted)::int as accepted, count(accepted)::int as acceptable,
       count(*) filter (where accepted and left_aside.line is null)::int as applied
     from import_items left join left_aside using (line) where import_id = :importId group by section`,
    { importId }
  )
  return rows
}

/** One page of a section, in the order of the file. */
export async function listItems(trx: Trx, importId: string, { section, page }: { section: Section; page: number }): Promise<ImportItem[]> {
  const rows: (Omit<ImportItem, 'name'> & { facts: PersonFacts })[] = await trx
    .from('import_items as items')
    .select({ id: 'items.id', line: 'items.line', section: 'items.section', key: 'items.key', details: 'items.details', accepted: 'items.accepted', facts: 'lines.facts' })
    .join('import_lines as lines', (join) => join.on('lines.import_id', 'items.import_id').on('lines.line', 'items.line'))
    .where({ 'items.import_id': importId, 'items.section': section })
    .orderBy('items.line')
    .orderBy('items.key')
    .limit(ITEMS_PER_PAGE)
    .offset((page - 1) * ITEMS_PER_PAGE)
  return rows.map(({ facts, ...item }) => ({ ...item, name: personName(facts) }))
}

export type RefusedLine = { line: number; name: string; refusal: { type: string } }

/** The lines that could not be applied, and why. */
export async function listRefusedLines(trx: Trx, importId: string): Promise<RefusedLine[]> {
  const rows: { line: number; facts: PersonFacts; refusal: { type: string } }[] = await trx
    .from('import_lines')
    .select('line', 'facts', 'refusal')
    .where({ import_id: importId })
    .whereNotNull('refusal')
    .orderBy('line')
    .limit(200)
  return rows.map(({ facts, ...line }) => ({ ...line, name: personName(facts) }))
}
