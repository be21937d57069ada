import type { DateTime } from 'luxon'
import { addDays, parisDay, parisInstant, type Day } from '#shared/days'

/** When a reminder leaves, in Paris. */
export const REMINDER_TIME = '09:00'
/** The planner is asked for the outcome this long after the visit's end. */
export const OUTCOME_DELAY_MINUTES = 30

export type ReminderKey = 'week_before' | 'limit_eve' | 'day_before'
export type VisitMomentKey = ReminderKey | 'window_closes' | 'outcome_asked'

export type Reminder = { key: ReminderKey; at: DateTime }
export type VisitMoment = { key: VisitMomentKey; at: DateTime }

export type ReminderFacts = { startsAt: DateTime; convokedAt: DateTime; limit: DateTime }

/**
 * The reminders of a visit, soonest first: J-7, the eve of the cancellation limit, J-1, each at 9:00 in Paris.
 * None at or before the convocation, none once the visit has begun, one only at each instant.
 */
export function reminderSchedule({ startsAt, convokedAt, limit }: ReminderFacts): Reminder[] {
  const visitDay = parisDay(startsAt)
  // The eve of the limit comes first: of two reminders at one instant it is the one that says what to do.
  const wanted = [
    reminder('limit_eve', addDays(parisDay(limit), -1)),
    reminder('day_before', addDays(visitDay, -1)),
    reminder('week_before', addDays(visitDay, -7)),
  ]
  const useful = wanted.filter(({ at }) => at > convokedAt && at < startsAt)
  return soonestFirst(
    useful.filter(({ at }, rank) => !useful.slice(0, rank).some((other) => +other.at === +at))
  )
}

/** All that a visit's workflow waits for, soonest first. A limit already past is kept: the window then closes at once. */
export function visitMoments(facts: ReminderFacts & { endsAt: DateTime }): VisitMoment[] {
  return soonestFirst<VisitMoment>([
    ...reminderSchedule(facts),
    { key: 'window_closes', at: facts.limit },
    { key: 'outcome_asked', at: facts.endsAt.plus({ minutes: OUTCOME_DELAY_MINUTES }) },
  ])
}

function reminder(key: ReminderKey, day: Day): Reminder {
  return { key, at: parisInstant(day, REMINDER_TIME) }
}

function soonestFirst<T extends { at: DateTime }>(moments: T[]): T[] {
  return moments.toSorted((one, other) => +one.at - +other.at)
}
