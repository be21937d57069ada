import type { DateTime } from 'luxon'
import { addDays, parisDay, parisInstant, type Day } from '#shared/days'
import { addWorkingDays } from '#shared/working_days'

/** A request that nobody took is told to the back office after this many working days. */
export const TAKE_WITHIN_WORKING_DAYS = 2
/** A request that has no slot is told this many days before its legal deadline. */
export const PLAN_BEFORE_DEADLINE_DAYS = 15
/** When the back office is told, in Paris. */
export const ESCALATION_TIME = '09:00'

export type RequestState = 'sent' | 'taken' | 'planned' | 'held' | 'refused' | 'cancelled'
export type Escalation = 'not_taken' | 'deadline_near' | 'deadline_passed'

export type RequestFacts = {
  state: RequestState
  requestedAt: DateTime
  /** The last lawful day of the visit, null when the law sets none. */
  legalDeadline: Day | null
  /** Those already raised. */
  escalations: string[]
}

/** `escalate`: to raise now. `next`: when to look again, null when nothing is left to wait for. `closed`: the request is over. */
export type RequestWatch = { escalate: Escalation[]; next: DateTime | null; closed: boolean }

type Alarm = { kind: Escalation; at: DateTime }

/**
 * Decides what a request that waits deserves at `now`: it was not taken, not planned, or not held in time. Once the
 * deadline has passed, that it was near is no longer worth telling.
 */
export function watchRequest(facts: RequestFacts, now: DateTime): RequestWatch {
  if (isClosed(facts.state)) return { escalate: [], next: null, closed: true }

  const alarms = alarmsOf(facts)
  const ringing = alarms.filter(({ at }) => at <= now).map(({ kind }) => kind)
  const passed = ringing.includes('deadline_passed')
  const escalate = ringing
    .filter((kind) => !facts.escalations.includes(kind))
    .filter((kind) => !(passed && kind === 'deadline_near'))
  const next = soonest(alarms.map(({ at }) => at).filter((at) => at > now))
  return { escalate, next, closed: false }
}

export function isClosed(state: RequestState): boolean {
  return state === 'held' || state === 'refused' || state === 'cancelled'
}

function alarmsOf({ state, requestedAt, legalDeadline }: RequestFacts): Alarm[] {
  const alarms: Alarm[] = []
  if (state === 'sent') {
    const day = addWorkingDays(parisDay(requestedAt), TAKE_WITHIN_WORKING_DAYS)
    alarms.push({ kind: 'not_taken', at: parisInstant(day, ESCALATION_TIME) })
  }
  if (legalDeadline === null) return alarms
  if (state !== 'planned') {
    const day = addDays(legalDeadline, -PLAN_BEFORE_DEADLINE_DAYS)
    alarms.push({ kind: 'deadline_near', at: parisInstant(day, ESCALATION_TIME) })
  }
  const dayAfter = addDays(legalDeadline, 1)
  return [...alarms, { kind: 'deadline_passed', at: parisInstant(dayAfter, ESCALATION_TIME) }]
}

function soonest(instants: DateTime[]): DateTime | null {
  return instants.toSorted((one, other) => +one - +other)[0] ?? null
}
