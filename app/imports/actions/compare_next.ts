import type { RawQueryBindings } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { listSites } from '#members'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { fold } from '#shared/text'
import { lockImport, type ImportFacts } from '#imports/queries/find_import'
import { knownEmployees } from '#imports/queries/known_employees'
import { countSections } from '#imports/queries/list_items'
import type { Anomaly } from '#imports/rules/anomalies'
import { comparePerson } from '#imports/rules/compare_person'
import type { Item } from '#imports/rules/item'
import type { KnownEmployee } from '#imports/rules/known_employee'
import { identityKey } from '#imports/rules/match_person'
import type { PersonFacts } from '#imports/rules/person'

const AT_ONCE = 500

type StagedLine = { line: number; facts: PersonFacts; anomalies: Anomaly[]; same_as_line: number | null }

/** Compares some more lines with the workforce. False when nothing is left to compare: then the import can be decided. */
export async function compareNext(trx: Trx, importId: string, now: DateTime): Promise<boolean> {
  const found = await lockImport(trx, importId)
  if (found?.state !== 'comparing') return false
  const lines = await nextLines(trx, importId)
  if (lines.length > 0) {
    await compareLines(trx, found, lines, now)
    return true
  }
  const sections = await countSections(trx, importId)
  const counts = Object.fromEntries(sections.map(({ section, total }) => [section, total]))
  await trx.from('imports').where('id', importId).update({ state: 'ready', ready_at: now.toISO(), counts: JSON.stringify(counts) })
  return false
}

async function nextLines(trx: Trx, importId: string): Promise<StagedLine[]> {
  const { rows } = await trx.rawQuery(
    `select line, facts, anomalies, (
       select min(other.line) from import_lines as other
       where other.import_id = lines.import_id and other.identity_key = lines.identity_key and other.line < lines.line) as same_as_line
     from import_lines as lines where import_id = ? and not compared order by line limit ?`,
    [importId, AT_ONCE]
  )
  return rows
}

async function compareLines(trx: Trx, { id, memberId, format }: ImportFacts, lines: StagedLine[], now: DateTime) {
  const employees = await knownEmployees(trx, memberId, lines.map(({ facts }) => facts), now)
  const elsewhere = await namedInFile(trx, id, employees)
  const around = { elsewhere, sites: await listSites(trx, memberId), today: parisDay(now), correctsEntry: format !== 'dsn' }
  const near = nearby(employees)
  const items = lines.flatMap(({ line, facts, anomalies, same_as_line: sameAsLine }) =>
    comparePerson({ facts, anomalies, sameAsLine }, { ...around, employees: near(facts) }).items.map((item) => ({ ...item, line }))
  )
  await insertItems(trx, { id, memberId }, items)
  const compared = lines.map(({ line }) => line)
  await trx.from('import_lines').where({ import_id: id }).whereIn('line', compared).update({ compared: true })
  // A NIR is taken at an entry only.
  const entering = items.filter(({ section }) => section === 'entry').map(({ line }) => line)
  await trx.from('import_lines').where({ import_id: id }).whereIn('line', compared).whereNotIn('line', entering).update({ sealed_national_id: null })
  await trx.from('imports').where({ id }).increment('compared', compared.length)
}

/** The employees whom a line of the file names, in any spelling. */
async function namedInFile(trx: Trx, importId: string, employees: readonly KnownEmployee[]): Promise<Set<string>> {
  const byKey = Map.groupBy(employees, (employee) => identityKey(employee)!)
  const rows: { identity_key: string }[] = await trx
    .from('import_lines')
    .select('identity_key')
    .where({ import_id: importId })
    .whereRaw('identity_key = any (?)', [[...byKey.keys()]])
  return new Set(rows.flatMap((row) => byKey.get(row.identity_key)!.map(({ id }) => id)))
}

// Of the five hundred people's possible namesakes, those of one person.
function nearby(employees: Awaited<ReturnType<typeof knownEmployees>>) {
  const byBirth = Map.groupBy(employees, ({ birthDate }) => birthDate)
  const byNumber = Map.groupBy(employees, ({ payrollId }) => payrollId)
  const byName = Map.groupBy(employees, ({ firstName, familyName }) => nameKey(firstName, familyName))
  return ({ birthDate, payrollId, firstName, familyName, usedName }: PersonFacts) => [
    ...new Set([
      ...(byBirth.get(birthDate ?? '') ?? []),
      ...((payrollId && byNumber.get(payrollId)) || []),
      ...(byName.get(nameKey(firstName, familyName)) ?? []),
      ...(byName.get(nameKey(firstName, usedName)) ?? []),
    ]),
  ]
}

const nameKey = (firstName = '', name = '') => fold(`${firstName} ${name}`)

async function insertItems(trx: Trx, { id, memberId }: Pick<ImportFacts, 'id' | 'memberId'>, items: (Item & { line: number })[]) {
  if (items.length === 0) return
  await trx.rawQuery(
    `insert into import_items (import_id, member_id, line, section, key, details, accepted)
     select :id, :memberId, told.line, told.section, told.key, told.details::jsonb, told.accepted
     from unnest(:lines::int[], :sections::text[], :keys::text[], :details::text[], :accepted::boolean[]) as told (line, section, key, details, accepted)`,
    {
      id,
      memberId,
      lines: items.map(({ line }) => line),
      sections: items.map(({ section }) => section),
      keys: items.map(({ key }) => key),
      details: items.map(({ details }) => JSON.stringify(details)),
      accepted: items.map(({ accepted }) => accepted),
    } as RawQueryBindings
  )
}
