import { addDays, addMonths, type Day } from '#shared/days'
import { ceilingOn, type Category, type Ceiling } from '#follow_up/rules/periodicity'
import { sumOf, type SumLine } from '#follow_up/rules/sum'

/** A visit held this long before the hiring, at most, counts as the first one. */
export const COUNTS_BEFORE_HIRING_MONTHS = 3

export type DueKind =
  | 'initial_information'
  | 'periodic_information'
  | 'fitness_hiring'
  | 'fitness_periodic'
  | 'intermediate'

export type HeldVisit = { kind: string; heldOn: Day; byDoctor: boolean }

export type FollowUpFacts = {
  category: Category
  hiredOn: Day
  leftOn: Day | null
  held: readonly HeldVisit[]
}

/** `until`: the last lawful day, included. `sum`: what adds up to it, its last line the total. */
export type DueVisit = {
  kind: DueKind
  until: Day
  beforePost: boolean
  articles: string[]
  sum: SumLine[]
}

const INFORMATION = ['initial_information', 'periodic_information']
const INFORMATION_HELD = "Dernière visite d'information et de prévention"
const EXAMS = ['fitness_hiring', 'fitness_periodic']
const EXAM_HELD = 'Dernier examen par le médecin du travail'

/**
 * The visits of the individual follow-up that are due to an employee, soonest first: the first one (R4624-10, R4624-24),
 * its renewal (R4624-16, R4624-17, R4624-28) and the intermediate one (R4624-28). None after the departure.
 */
export function nextVisits(facts: FollowUpFacts, today: Day): DueVisit[] {
  if (facts.leftOn !== null && facts.leftOn < today) return []
  const due = facts.category === 'SIR' ? reinforced(facts, today) : simple(facts, today)
  return due.toSorted((one, other) => one.until.localeCompare(other.until))
}

function simple(facts: FollowUpFacts, today: Day): DueVisit[] {
  // The exam stands in for the information visit (R4624-24), so it starts its clock too.
  const last = lastHeld(facts, today, (visit) => INFORMATION.includes(visit.kind) || isExam(visit))
  if (last === null) return [firstVisit('initial_information', facts)]
  return [
    visitAfter(last, 'periodic_information', ceilingOn('renewal', facts.category, last.heldOn)),
  ]
}

function reinforced(facts: FollowUpFacts, today: Day): DueVisit[] {
  const exam = lastHeld(facts, today, isExam)
  if (exam === null) return [firstVisit('fitness_hiring', facts)]

  const renewal = visitAfter(exam, 'fitness_periodic', ceilingOn('renewal', 'SIR', exam.heldOn))
  const between = lastHeld(facts, today, ({ kind }) => kind === 'intermediate')
  if (between !== null && between.heldOn > exam.heldOn) return [renewal]
  return [visitAfter(exam, 'intermediate', ceilingOn('intermediate', 'SIR', exam.heldOn)), renewal]
}

function firstVisit(kind: DueKind, { category, hiredOn }: FollowUpFacts): DueVisit {
  const ceiling = ceilingOn('first', category, hiredOn)
  const until = ceiling.beforePost ? addDays(hiredOn, -1) : addMonths(hiredOn, ceiling.months)
  return dueVisit(kind, ceiling, { label: 'Prise de poste', from: hiredOn, until })
}

function visitAfter(last: HeldVisit, kind: DueKind, ceiling: Ceiling): DueVisit {
  const label = isExam(last) ? EXAM_HELD : INFORMATION_HELD
  const until = addMonths(last.heldOn, ceiling.months)
  return dueVisit(kind, ceiling, { label, from: last.heldOn, until })
}

function dueVisit(kind: DueKind, ceiling: Ceiling, { label, from, until }: Span): DueVisit {
  const { beforePost, article } = ceiling
  return { kind, until, beforePost, articles: [article], sum: sumOf(label, from, ceiling, until) }
}

type Span = { label: string; from: Day; until: Day }

function lastHeld(
  { hiredOn, held }: FollowUpFacts,
  today: Day,
  counts: (visit: HeldVisit) => boolean
): HeldVisit | null {
  const since = addMonths(hiredOn, -COUNTS_BEFORE_HIRING_MONTHS)
  const counted = held.filter(
    (visit) => visit.heldOn >= since && visit.heldOn <= today && counts(visit)
  )
  return counted.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn)).at(-1) ?? null
}

// A nurse's exam is none (R4623-14, R4624-24).
function isExam({ kind, byDoctor }: HeldVisit): boolean {
  return byDoctor && EXAMS.includes(kind)
}
