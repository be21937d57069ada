import { addDays, type Day } from '#shared/days'
import type { Result } from '#shared/result'
import type { Anomaly, Problem } from '#imports/rules/anomalies'
import type { DsnBlock } from '#imports/rules/dsn_blocks'
import { departureReason, END_CANCELLED, NATURES, ORIGINS, STOPPAGE_CANCELLED } from '#imports/rules/dsn_codes'
import type { DsnContract, DsnPerson } from '#imports/rules/dsn_people'
import { readNationalId } from '#imports/rules/national_id'
import type { PersonFacts, StagedPerson, StoppageFacts } from '#imports/rules/person'
import { orderFaults, present } from '#imports/rules/read_row'
import { readDay, readEmail, readName, readText } from '#imports/rules/read_values'

type Values = DsnContract['values']
type Fault = (block: DsnBlock, number: string, values: Values, problem: Problem, secret?: boolean) => undefined

/** What a DSN tells of a person, in the same words as any other file; what cannot be read is told by its rubric and line. */
export function readDsnPerson(person: DsnPerson): StagedPerson {
  const anomalies: Anomaly[] = []
  const fault: Fault = (block, number, values, problem, secret = false) => {
    const at = values.get(number)
    const column = at ? `${block}.${number}, ligne ${at.line}` : `${block}.${number}`
    anomalies.push({ column, problem, ...(at && !secret && { written: at.value.slice(0, 60) }) })
  }
  const value = <T>(block: DsnBlock, values: Values, number: string, read: (text: string) => Result<T, Problem>): T | undefined => {
    const text = values.get(number)?.value.trim()
    if (!text) return undefined
    const result = read(text)
    return result.ok ? result.value : fault(block, number, values, result.error, result.error.type === 'control_characters')
  }

  const { identity } = person
  const facts: PersonFacts = present({
    familyName: value('S21.G00.30', identity, '002', readName),
    usedName: value('S21.G00.30', identity, '003', readName),
    firstName: value('S21.G00.30', identity, '004', (text) => readName(text.split(/[,;]/)[0]!)),
    birthDate: value('S21.G00.30', identity, '006', readDay),
    email: value('S21.G00.30', identity, '018', readEmail),
    payrollId: value('S21.G00.30', identity, '019', (text) => readText(text, 30)),
    ...readContract(currentContract(person), value, fault),
    stoppages: readStoppages(person, value, fault),
  })
  orderFaults(facts, (field, other) => {
    const [block, number] = field === 'leftOn' ? (['S21.G00.62', '001'] as const) : field === 'hiredOn' ? (['S21.G00.40', '001'] as const) : (['S21.G00.40', '010'] as const)
    const contract = currentContract(person)
    const values = (block === 'S21.G00.62' ? contract?.end : contract?.values) ?? new Map()
    fault(block, number, values, { type: 'before', other: other === 'hiredOn' ? 'S21.G00.40.001' : 'S21.G00.30.006' })
  })

  const nir = identity.get('001')?.value.trim()
  const nationalId = nir ? readNationalId(nir) : null
  if (nationalId && !nationalId.ok) fault('S21.G00.30', '001', identity, nationalId.error, true)
  return { line: person.line, siret: person.siret, facts, nationalId: nationalId?.ok ? nationalId.value : null, anomalies }
}

type ReadValue = <T>(block: DsnBlock, values: Values, number: string, read: (text: string) => Result<T, Problem>) => T | undefined

// Of several contracts the one that goes on; when all have ended, the one that ended last. JJMMAAAA, turned round to be compared.
function currentContract({ contracts }: DsnPerson): DsnContract | undefined {
  const turned = (date = '') => date.slice(4) + date.slice(2, 4) + date.slice(0, 2)
  const endOf = (contract: DsnContract) => (hasEnded(contract) ? turned(contract.end?.get('001')?.value) : '99999999')
  const startOf = ({ values }: DsnContract) => turned(values.get('001')?.value)
  return contracts.toSorted((one, other) => endOf(one).localeCompare(endOf(other)) || startOf(one).localeCompare(startOf(other))).at(-1)
}

function hasEnded({ end }: DsnContract): boolean {
  return end !== null && end.has('001') && end.get('002')?.value !== END_CANCELLED
}

function readContract(contract: DsnContract | undefined, value: ReadValue, fault: Fault): PersonFacts {
  if (!contract) return {}
  const { values, end } = contract
  const block = 'S21.G00.40'
  const code = values.get('007')?.value
  const nature = code === undefined ? undefined : NATURES[code]
  if (nature === null) fault(block, '007', values, { type: 'not_an_employment' })
  const leftOn = hasEnded(contract) ? value('S21.G00.62', end!, '001', readDay) : undefined
  return {
    hiredOn: value(block, values, '001', readDay),
    jobTitle: value(block, values, '006', (text) => readText(text, 120)),
    pcsCode: value(block, values, '004', readPcs),
    contractNature: nature ?? undefined,
    contractEndOn: value(block, values, '010', readDay),
    leftOn,
    departureReason: leftOn === undefined ? undefined : departureReason(end!.get('002')?.value),
  }
}

const readPcs = (text: string): Result<string, Problem> =>
  /^\d{3}[a-z]$/i.test(text) ? { ok: true, value: text.toLowerCase() } : { ok: false, error: { type: 'unknown_code' } }

// The same stoppage stands under each contract of the person.
function readStoppages(person: DsnPerson, value: ReadValue, fault: Fault): StoppageFacts[] | undefined {
  const blocks = [...person.stoppages, ...person.contracts.flatMap(({ stoppages }) => stoppages)]
  const byDays = new Map<string, Values>(blocks.map((values) => [['001', '002', '003', '010'].map((number) => values.get(number)?.value).join(), values]))
  const read = [...byDays.values()].flatMap((values) => readStoppage(values, value, fault) ?? [])
  return read.length > 0 ? read.toSorted((one, other) => one.firstDay.localeCompare(other.firstDay)) : undefined
}

function readStoppage(values: Values, value: ReadValue, fault: Fault): StoppageFacts | undefined {
  const block = 'S21.G00.60'
  const code = values.get('001')?.value ?? ''
  if (code === STOPPAGE_CANCELLED) return undefined
  const origin = ORIGINS[code]
  if (!origin) return fault(block, '001', values, { type: 'unknown_code' })
  const worked = value(block, values, '002', readDay)
  const planned = value(block, values, '003', readDay)
  const returnOn = value(block, values, '010', readDay)
  if (!worked) return values.get('002') ? undefined : fault(block, '002', values, { type: 'half_stoppage' })
  const firstDay = addDays(worked, 1)
  const lastDay: Day | undefined = planned ?? (returnOn && addDays(returnOn, -1))
  if (!lastDay) return values.get('003') || values.get('010') ? undefined : fault(block, '003', values, { type: 'half_stoppage' })
  if (lastDay < firstDay) return fault(block, planned ? '003' : '010', values, { type: 'before', other: 'S21.G00.60.002' })
  return { origin, firstDay, lastDay, ...(returnOn && returnOn > firstDay && { returnOn }) }
}
