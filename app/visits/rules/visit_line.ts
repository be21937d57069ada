import type { DateTime } from 'luxon'
import { reminderSchedule, type ReminderFacts } from '#visits/rules/reminder_schedule'

export type LineStep = {
  step: 'called' | 'now' | 'reminder' | 'limit' | 'visit'
  at: DateTime
  done: boolean
}

/** The line of a visit, from its convocation to its start, with `now` at its place while the visit is to come. */
export function visitLine(facts: ReminderFacts, now: DateTime): LineStep[] {
  const between = [
    ...reminderSchedule(facts).map(({ at }) => step('reminder', at, now)),
    step('limit', facts.limit, now),
  ].toSorted((one, other) => +one.at - +other.at)
  const steps = [step('called', facts.convokedAt, now), ...between, step('visit', facts.startsAt, now)]

  const next = steps.findIndex(({ done }) => !done)
  return next === -1 ? steps : steps.toSpliced(next, 0, { step: 'now', at: now, done: false })
}

function step(name: LineStep['step'], at: DateTime, now: DateTime): LineStep {
  return { step: name, at, done: at <= now }
}
