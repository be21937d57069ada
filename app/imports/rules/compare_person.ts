import type { Day } from '#shared/days'
import { fold } from '#shared/text'
import { decideHireDays } from '#workforce/rules/hire_days'
import { isTouched, type Change } from '#workforce/rules/touched_visits'
import type { Anomaly, Problem } from '#imports/rules/anomalies'
import { comesBack, compareContract, compareDeparture, comparePost, differing, type ContractChange } from '#imports/rules/compare_contract'
import { compareStoppages, type StoppageChange } from '#imports/rules/compare_stoppages'
import { columnLabel, ENTRY, IDENTITY } from '#imports/rules/fields'
import type { FieldChange, Item } from '#imports/rules/item'
import type { KnownEmployee, KnownPost } from '#imports/rules/known_employee'
import { matchPerson } from '#imports/rules/match_person'
import type { PersonFacts } from '#imports/rules/person'

export type Line = { facts: PersonFacts; anomalies: Anomaly[]; sameAsLine: number | null }
/** `elsewhere`: the ids of the employees whom another line of the file names. */
export type Surroundings = {
  employees: readonly KnownEmployee[]
  elsewhere?: ReadonlySet<string>
  sites: readonly { id: string; name: string }[]
  today: Day
  correctsEntry: boolean
}

export type IdentityChange = Partial<Pick<KnownEmployee, 'familyName' | 'firstName' | 'birthDate' | 'email' | 'phone' | 'payrollId' | 'siteId'>>

export type Entry = { act: 'hire' | 'rehire'; key: 'hire' | 'rehire'; identity: IdentityChange }

/** What is to be done for one person, act by act, in the order in which it must be. */
export type Deed = Entry | KnownDeed

export type KnownDeed =
  | { act: 'change_identity'; key: 'change_identity'; identity: IdentityChange }
  | { act: 'change_contract'; key: 'change_contract'; contract: ContractChange }
  | { act: 'change_post'; key: 'change_post'; fromOn: Day; post: Omit<KnownPost, 'fromOn'> }
  | { act: 'record_stoppage' | 'correct_stoppage'; key: string; stoppage: StoppageChange }
  | { act: 'depart'; key: 'depart'; leftOn: Day; reason: NonNullable<PersonFacts['departureReason']> }

export type Comparison = { employee: KnownEmployee | null; deeds: Deed[]; items: Item[] }

export const isEntry = (deed: Deed): deed is Entry => deed.act === 'hire' || deed.act === 'rehire'

/** What a line of a file would change in the workforce, and what is odd in it. A line that says what is known already gives nothing. */
export function comparePerson(line: Line, around: Surroundings): Comparison {
  const match = matchPerson(line.facts, around.employees, around.elsewhere)
  const found = new Findings(line, around)
  for (const field of lackingOfIdentity(line.facts)) found.stop({ type: 'needs_identity' }, columnLabel(field))
  if (match.type === 'several') found.stop({ type: 'several_people' })
  if (line.sameAsLine !== null) found.double({ type: 'same_line', line: line.sameAsLine })
  if (match.type === 'known') compareKnown(match.employee, match.by === 'payroll_id', found)
  else if (match.type !== 'several') compareUnknown(match.type === 'alike' ? match.employee : null, found)
  return { employee: match.type === 'known' ? match.employee : null, ...found.close() }
}

function lackingOfIdentity(facts: PersonFacts) {
  const told = { familyName: facts.familyName ?? facts.usedName, firstName: facts.firstName, birthDate: facts.birthDate }
  return IDENTITY.filter((field) => told[field as keyof typeof told] === undefined)
}

function compareUnknown(alike: KnownEmployee | null, found: Findings) {
  const { facts, sameAsLine } = found.line
  const { today } = found.around
  // The line before it hires the person; what this one adds is worked out then.
  if (sameAsLine !== null) return
  if (facts.leftOn && facts.leftOn < today) return found.stop({ type: 'gone_and_unknown' }, columnLabel('leftOn'), facts.leftOn)
  if (alike) {
    const { leftOn, jobTitle, birthDate } = alike
    found.double({ type: 'alike', name: `${alike.firstName} ${alike.familyName}`, birthDate, jobTitle, leftOn })
  }
  enter('hire', found)
}

function enter(act: 'hire' | 'rehire', found: Findings) {
  const { facts } = found.line
  const lacking = ENTRY.filter((field) => facts[field as 'jobTitle'] === undefined)
  for (const field of lacking) found.stop({ type: 'needs_for_entry' }, columnLabel(field))
  if (lacking.length > 0 || !facts.birthDate) return
  const { birthDate, hiredOn, contractNature: nature = 'permanent', contractEndOn: endOn = null } = facts
  const decision = decideHireDays({ birthDate, hiredOn: hiredOn!, contract: { nature, endOn } }, found.around.today)
  if (!decision.ok) return found.stop({ type: 'hire_refused', refusal: decision.error }, columnLabel('hiredOn'), hiredOn)
  found.act({ act, key: act, identity: identityOf(found) }, entryChanges(facts), 'entry')
  const employment = { hiredOn: hiredOn!, leftOn: null, departureReason: null }
  found.stoppages([], employment)
  found.departure(employment)
}

function compareKnown(employee: KnownEmployee, byPayrollId: boolean, found: Findings) {
  const { facts } = found.line
  const { today, correctsEntry } = found.around
  if (comesBack(facts, employee)) {
    const leftOn = employee.leftOn!
    if (leftOn < today) return enter('rehire', found)
    return found.stop({ type: 'hire_refused', refusal: { type: 'leaves_later', leftOn } }, columnLabel('hiredOn'), facts.hiredOn)
  }
  const identity = identityOf(found)
  if (!byPayrollId) for (const field of ['familyName', 'firstName', 'birthDate'] as const) delete identity[field]
  const changes = identityChanges(identity, employee, found)
  if (changes.length > 0) found.act({ act: 'change_identity', key: 'change_identity', identity }, changes)
  const contract = compareContract(facts, employee, today, correctsEntry)
  if (contract.change) found.act({ act: 'change_contract', key: 'change_contract', contract: contract.change }, contract.changes)
  // The post of somebody who left is not any more anybody's business.
  const post = employee.leftOn === null || employee.leftOn >= today ? comparePost(facts, employee, today) : { change: null, changes: [], anomaly: undefined }
  if (post.change) found.act({ act: 'change_post', key: 'change_post', ...post.change }, post.changes)
  found.stoppages(employee.stoppages, employee)
  found.departure(employee)
  for (const { anomaly } of [contract, post]) if (anomaly) found.odd(anomaly)
  found.convoked(employee.convoked)
}

function identityOf({ line: { facts }, around: { sites } }: Findings): IdentityChange {
  const site = facts.site === undefined ? undefined : sites.find(({ name }) => fold(name) === fold(facts.site!))
  const { familyName, usedName, firstName, birthDate, email, phone, payrollId } = facts
  const told = { familyName: usedName ?? familyName, firstName, birthDate, email, phone, payrollId, siteId: site?.id }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

function identityChanges(identity: IdentityChange, employee: KnownEmployee, { around: { sites } }: Findings): FieldChange[] {
  const siteName = (id: string | null | undefined) => sites.find((site) => site.id === id)?.name ?? null
  return differing(
    (Object.keys(identity) as (keyof IdentityChange)[]).map((field) =>
      field === 'siteId'
        ? { field: 'site', before: siteName(employee.siteId), after: siteName(identity.siteId) }
        : { field, before: employee[field], after: identity[field] ?? null }
    )
  ).filter(({ field, before, after }) => !['familyName', 'firstName'].includes(field) || fold(before ?? '') !== fold(after ?? ''))
}

function entryChanges(facts: PersonFacts): FieldChange[] {
  const shown = ['birthDate', 'jobTitle', 'hiredOn', 'contractNature', 'contractEndOn', 'site', 'payrollId', 'email', 'phone'] as const
  return shown.flatMap((field) => (facts[field] === undefined ? [] : [{ field, before: null, after: facts[field]! }]))
}

class Findings {
  #deeds: Deed[] = []
  #items: Item[] = []
  #stopped = false

  constructor(
    readonly line: Line,
    readonly around: Surroundings
  ) {
    for (const anomaly of line.anomalies) this.odd(anomaly, anomaly.problem.type !== 'not_an_employment')
    const { site } = line.facts
    if (site && !around.sites.some(({ name }) => fold(name) === fold(site))) this.odd({ column: columnLabel('site'), problem: { type: 'unknown_site' }, written: site })
  }

  act(deed: Deed, changes: FieldChange[], section: Item['section'] = 'change') {
    this.#deeds.push(deed)
    this.#items.push({ section, key: deed.key, details: { type: 'act', act: deed.act, changes }, accepted: true })
  }

  departure(employment: Pick<KnownEmployee, 'hiredOn' | 'leftOn' | 'departureReason'>) {
    const { change, changes, anomaly } = compareDeparture(this.line.facts, employment, this.around.today)
    if (change) this.act({ act: 'depart', key: 'depart', ...change }, changes, 'departure')
    if (anomaly) this.odd(anomaly)
  }

  stoppages(known: KnownEmployee['stoppages'], employment: { hiredOn: Day; leftOn: Day | null }) {
    const { changes, anomalies } = compareStoppages(this.line.facts.stoppages ?? [], known, employment, this.around.today)
    for (const stoppage of changes) this.act({ act: stoppage.id ? 'correct_stoppage' : 'record_stoppage', key: stoppage.key, stoppage }, stoppage.changes)
    for (const anomaly of anomalies) this.odd(anomaly)
  }

  /** A visit that the departure or the stoppage touches: it is kept, and told. */
  convoked(visits: KnownEmployee['convoked']) {
    const changes = this.#deeds.flatMap((deed): Change[] => {
      if (deed.act === 'depart') return [{ type: 'departure', leftOn: deed.leftOn }]
      return deed.act === 'record_stoppage' || deed.act === 'correct_stoppage' ? [{ type: 'stoppage', ...deed.stoppage.stoppage }] : []
    })
    const touched = visits.filter((visit) => changes.some((change) => isTouched(visit, change)))
    for (const { day } of touched) this.odd({ column: '', problem: { type: 'convoked_visit', day } })
  }

  /** Something that one may pass over: the line is read without it. */
  odd(anomaly: Anomaly, accepted = true) {
    this.#add('anomaly', { type: 'anomaly', ...anomaly }, accepted)
  }

  double(details: Extract<Item['details'], { type: 'same_line' | 'alike' }>) {
    this.#add('duplicate', details, false)
  }

  /** Something without which nothing can be done with the line. */
  stop(problem: Problem, column = '', written?: string) {
    this.#stopped = true
    this.#add('anomaly', { type: 'anomaly', column, problem, ...(written && { written }) }, null)
  }

  close() {
    if (!this.#stopped) return { deeds: this.#deeds, items: this.#items }
    // Nothing is left to accept: each thing odd only says why.
    const odd = this.#items.filter(({ details }) => details.type !== 'act')
    return { deeds: [], items: odd.map((item) => ({ ...item, accepted: null })) }
  }

  #add(section: Item['section'], details: Item['details'], accepted: boolean | null) {
    const rank = this.#items.filter((item) => item.section === section).length
    this.#items.push({ section, key: `${section}:${rank}`, details, accepted })
  }
}

