import type { Day } from '#shared/days'
import { fold } from '#shared/text'
import { decideDeparture } from '#workforce/rules/departure_day'
import { decideHireDays } from '#workforce/rules/hire_days'
import { decidePostStart } from '#workforce/rules/post_start'
import type { Anomaly } from '#imports/rules/anomalies'
import type { FieldChange } from '#imports/rules/item'
import type { KnownEmployee, KnownPost } from '#imports/rules/known_employee'
import type { PersonFacts } from '#imports/rules/person'

export type Compared<T> = { change: T | null; changes: FieldChange[]; anomaly?: Anomaly }

const NOTHING = { change: null, changes: [] }

/** The departure that a file tells: nobody leaves because a file does not name them. */
export function compareDeparture(facts: PersonFacts, employee: Employment, today: Day): Compared<{ leftOn: Day; reason: NonNullable<PersonFacts['departureReason']> }> {
  const { leftOn } = facts
  if (!leftOn) return NOTHING
  const reason = facts.departureReason ?? employee.departureReason ?? 'other'
  const changes = differing([
    { field: 'leftOn', before: employee.leftOn, after: leftOn },
    { field: 'departureReason', before: employee.departureReason, after: reason },
  ])
  if (changes.length === 0) return NOTHING
  const decision = decideDeparture(leftOn, employee, today)
  return decision.ok ? { change: { leftOn, reason }, changes } : { ...NOTHING, anomaly: { column: 'Date de sortie', problem: { type: 'departure_refused', refusal: decision.error }, written: leftOn } }
}

type Employment = Pick<KnownEmployee, 'hiredOn' | 'leftOn' | 'departureReason'>

/** Another post, or another code for the same one. Its risks stay until somebody declares others. */
export function comparePost(facts: PersonFacts, employee: KnownEmployee, today: Day): Compared<{ fromOn: Day; post: Omit<KnownPost, 'fromOn'> }> {
  const { post } = employee
  const isAnother = facts.jobTitle !== undefined && fold(facts.jobTitle) !== fold(post?.jobTitle ?? employee.jobTitle)
  const isRecoded = facts.pcsCode !== undefined && facts.pcsCode !== post?.pcsCode
  if (!isAnother && !isRecoded) return NOTHING
  const first = post?.fromOn ?? employee.hiredOn
  const fromOn = !isAnother ? first : (facts.jobFrom ?? (today > first ? today : first))
  const next = {
    jobTitle: isAnother ? facts.jobTitle! : (post?.jobTitle ?? employee.jobTitle),
    pcsCode: facts.pcsCode ?? (isAnother ? null : (post?.pcsCode ?? null)),
    risks: post?.risks ?? [],
    night: post?.night ?? false,
    listedReason: post?.listedReason ?? null,
  }
  const decision = decidePostStart(fromOn, { ...employee, currentFrom: post?.fromOn ?? null })
  if (!decision.ok) return { ...NOTHING, anomaly: { column: 'Au poste depuis le', problem: { type: 'post_refused', refusal: decision.error }, written: fromOn } }
  const changes = differing([
    { field: 'jobTitle', before: post?.jobTitle ?? employee.jobTitle, after: next.jobTitle },
    { field: 'pcsCode', before: post?.pcsCode ?? null, after: next.pcsCode },
  ])
  return { change: { fromOn, post: next }, changes: isAnother ? [...changes, { field: 'jobFrom', before: null, after: fromOn }] : changes }
}

export type ContractChange = Partial<Pick<KnownEmployee, 'hiredOn' | 'contractNature' | 'contractEndOn'>>

/** The contract as the file tells it. A payroll dates a contract, not an entry: the day of entry is a table's to correct (`correctsEntry`). */
export function compareContract(facts: PersonFacts, employee: KnownEmployee, today: Day, correctsEntry: boolean): Compared<ContractChange> {
  const next: ContractChange = {
    ...(correctsEntry && facts.hiredOn !== undefined && { hiredOn: facts.hiredOn }),
    ...(facts.contractNature !== undefined && { contractNature: facts.contractNature }),
    ...(facts.contractEndOn !== undefined ? { contractEndOn: facts.contractEndOn } : facts.contractNature === 'permanent' && { contractEndOn: null }),
  }
  const changes = differing((Object.keys(next) as (keyof ContractChange)[]).map((field) => ({ field, before: employee[field], after: next[field] ?? null })))
  if (changes.length === 0) return NOTHING
  const { birthDate, hiredOn, contractNature: nature, contractEndOn: endOn } = { ...employee, ...next }
  const decision = decideHireDays({ birthDate, hiredOn, contract: { nature, endOn } }, today)
  if (decision.ok && (employee.leftOn === null || hiredOn <= employee.leftOn)) return { change: next, changes }
  const problem = decision.ok ? ({ type: 'before', other: "Date d'entrée" } as const) : ({ type: 'hire_refused', refusal: decision.error } as const)
  return { ...NOTHING, anomaly: { column: 'Contrat', problem } }
}

/** Whether the file tells a new contract of somebody who left. */
export function comesBack(facts: PersonFacts, { leftOn }: KnownEmployee): boolean {
  return leftOn !== null && facts.hiredOn !== undefined && facts.hiredOn > leftOn && (facts.leftOn === undefined || facts.leftOn > leftOn)
}

export function differing(changes: FieldChange[]): FieldChange[] {
  return changes.filter(({ before, after }) => before !== after)
}
