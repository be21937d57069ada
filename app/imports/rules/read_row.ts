import type { Day } from '#shared/days'
import type { Result } from '#shared/result'
import type { Anomaly, Problem } from '#imports/rules/anomalies'
import { columnLabel, type Field } from '#imports/rules/fields'
import { readNationalId } from '#imports/rules/national_id'
import type { PersonFacts, StagedPerson, StoppageFacts } from '#imports/rules/person'
import { readDay, readEmail, readName, readTelephone, readText } from '#imports/rules/read_values'
import type { Mapping } from '#imports/rules/recognise_columns'
import { CONTRACT_WORDS, DEPARTURE_WORDS, knownWords, STOPPAGE_WORDS, valueOfWord } from '#imports/rules/words_of_cells'

export type Row = { line: number; cells: string[] }
export type ReadRow = { header: readonly string[]; mapping: Mapping; serials: boolean }

/** The formula of a spreadsheet whose result was not kept. */
export const NO_VALUE = '\u0000'

/** What a line of a table tells of a person, and what in it cannot be read: told by the name of its column. */
export function readRow({ line, cells }: Row, { header, mapping, serials }: ReadRow): StagedPerson {
  const anomalies: Anomaly[] = []
  const at = (field: Field) => mapping.indexOf(field)
  const cell = (field: Field) => cells[at(field)]?.trim() ?? ''
  const fault = (field: Field, problem: Problem, written?: string) =>
    void anomalies.push({ column: header[at(field)]?.trim() || columnLabel(field), problem, ...(written && { written: written.slice(0, 60) }) })

  function value<T>(field: Field, read: (text: string) => Result<T, Problem>): T | undefined {
    const text = cell(field)
    if (text === '') return undefined
    const result: Result<T, Problem> = text === NO_VALUE ? { ok: false, error: { type: 'no_value' } } : read(text)
    if (result.ok) return result.value
    return fault(field, result.error, text === NO_VALUE || result.error.type === 'control_characters' ? undefined : text)
  }
  const day = (field: Field) => value(field, (text) => readDay(text, { serials }))
  const words = <T extends string>(field: Field, known: Record<T, string[]>) =>
    value<T>(field, (text) => {
      const found = valueOfWord(known, text)
      return found ? { ok: true, value: found } : { ok: false, error: { type: 'unknown_word', known: knownWords(known) } }
    })

  const facts: PersonFacts = present({
    familyName: value('familyName', readName),
    usedName: value('usedName', readName),
    firstName: value('firstName', readName),
    birthDate: day('birthDate'),
    payrollId: value('payrollId', (text) => readText(text, 30)),
    email: value('email', readEmail),
    phone: value('phone', readTelephone),
    site: value('site', (text) => readText(text, 120)),
    jobTitle: value('jobTitle', (text) => readText(text, 120)),
    pcsCode: value('pcsCode', readPcsCode),
    jobFrom: day('jobFrom'),
    contractNature: words('contractNature', CONTRACT_WORDS),
    hiredOn: day('hiredOn'),
    contractEndOn: day('contractEndOn'),
    leftOn: day('leftOn'),
    departureReason: words('departureReason', DEPARTURE_WORDS),
    stoppages: stoppageOf(),
  })

  function stoppageOf(): StoppageFacts[] | undefined {
    const [origin, firstDay, lastDay, returnOn] = [words('stoppageOrigin', STOPPAGE_WORDS), day('stoppageFrom'), day('stoppageTo'), day('stoppageReturn')]
    if (!cell('stoppageOrigin') && !cell('stoppageFrom') && !cell('stoppageTo')) return undefined
    if (origin && firstDay && lastDay) return stoppage({ origin, firstDay, lastDay, returnOn })
    const lacking = (['stoppageOrigin', 'stoppageFrom', 'stoppageTo'] as const).find((field) => !cell(field))
    if (lacking) fault(lacking, { type: 'half_stoppage' })
    return undefined
  }

  function stoppage({ returnOn, ...days }: StoppageFacts): StoppageFacts[] | undefined {
    if (days.lastDay >= days.firstDay && (!returnOn || returnOn > days.firstDay)) return [{ ...days, ...(returnOn && { returnOn }) }]
    const field = days.lastDay < days.firstDay ? 'stoppageTo' : 'stoppageReturn'
    return fault(field, { type: 'before', other: columnLabel('stoppageFrom') }, cell(field)), undefined
  }

  const nationalId = cell('nationalId') ? readNationalId(cell('nationalId')) : null
  if (nationalId && !nationalId.ok) fault('nationalId', nationalId.error)
  orderFaults(facts, (field, other) => fault(field, { type: 'before', other: columnLabel(other) }, cell(field)))
  return { line, siret: cell('siret').replace(/\s/g, '') || null, facts, nationalId: nationalId?.ok ? nationalId.value : null, anomalies }
}

function readPcsCode(text: string): Result<string, Problem> {
  const code = text.toLowerCase().replace(/\s/g, '')
  return /^\d{3}[a-z]$/.test(code) ? { ok: true, value: code } : { ok: false, error: { type: 'unknown_code' } }
}

/** Days that cannot follow each other: the later one is left out, and told. */
export function orderFaults(facts: PersonFacts, tell: (field: 'leftOn' | 'contractEndOn' | 'hiredOn', other: 'hiredOn' | 'birthDate') => void) {
  const before = (one?: Day, other?: Day) => one !== undefined && other !== undefined && one < other
  if (before(facts.hiredOn, facts.birthDate)) {
    tell('hiredOn', 'birthDate')
    delete facts.hiredOn
  }
  for (const field of ['leftOn', 'contractEndOn'] as const) {
    if (!before(facts[field], facts.hiredOn)) continue
    tell(field, 'hiredOn')
    delete facts[field]
  }
}

export function present<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T
}
