import { DateTime } from 'luxon'
import { addDays } from '#shared/dates'
import type { Part, Story } from '#database/demo/cast'
import { officeInstant, workingDayBy, workingDayFrom } from '#database/demo/days'
import { acknowledge, answer, askCancellation, writeVisit } from '#database/demo/records'
import { writeAnswered, writeAsked, writeRefused } from '#database/demo/requests'
import type { Hired, Scene } from '#database/demo/scene'
import { visitWasTold } from '#database/demo/told'
import { visitKindFor, type RequestKind } from '#visits/rules/request_kinds'
import type { VisitKind } from '#visits/rules/visit_kinds'

type Of<T extends Story['type']> = Extract<Story, { type: T }>

/** Writes what happens now to somebody of the cast. */
export function writeStory(scene: Scene, employee: Hired) {
  const story = employee.part?.story
  if (story?.type === 'asked') writeAsked(scene, employee, story)
  if (story?.type === 'refused') writeRefused(scene, employee, story)
  if (story?.type === 'convoked') writeConvoked(scene, employee, story)
  if (story?.type === 'today') writeToday(scene, employee, story)
  if (story?.type === 'over') writeOver(scene, employee, story)
}

function writeConvoked(scene: Scene, employee: Hired, { inDays, calledDaysAgo, asked, reason, acknowledged, answered }: Of<'convoked'>) {
  const { today, now } = scene
  const { diary } = employee.firm
  const kind = kindOf(employee.part!, asked)
  const slot = inDays === 'within_48_hours' ? diary.within48Hours(kind, now) : diary.from(kind, workingDayFrom(addDays(today, inDays)))
  const convokedAt = officeInstant(today, calledDaysAgo, '15:20', now)
  const request = asked && writeAnswered(scene, employee, asked, convokedAt, { state: 'planned', reason })
  const visit = writeVisit(scene, employee, { kind, state: 'convoked', slot, convokedAt, requestId: request?.id })
  if (acknowledged) acknowledge(scene, employee, visit.id, DateTime.min(convokedAt.plus({ hours: 19 }), now.minus({ minutes: 20 })))
  if (calledDaysAgo === 0) return
  visitWasTold(scene, employee, { id: visit.id, slot, convokedAt })
  if (answered && employee.email) answer(scene, employee, visit, { answer: answered, at: DateTime.min(convokedAt.plus({ hours: 27 }), now.minus({ minutes: 35 })) })
}

// What is over when the day has begun was held, the rest is to come.
function writeToday(scene: Scene, employee: Hired, { calledDaysAgo, acknowledged }: Of<'today'>) {
  const { today, now } = scene
  const { diary } = employee.firm
  const kind = kindOf(employee.part!)
  const slot = diary.from(kind, today)
  const convokedAt = officeInstant(today, calledDaysAgo, '15:20', now)
  const isOver = slot.endsAt.plus({ minutes: 15 }) < now
  const visit = writeVisit(scene, employee, { kind, state: isOver ? 'held' : 'convoked', slot, convokedAt })
  if (acknowledged) acknowledge(scene, employee, visit.id, convokedAt.plus({ hours: 19 }))
  if (!isOver) visitWasTold(scene, employee, { id: visit.id, slot, convokedAt })
}

function writeOver(scene: Scene, employee: Hired, { daysAgo, as, asked, reason }: Of<'over'>) {
  const { today, now } = scene
  const { diary } = employee.firm
  const kind = kindOf(employee.part!, asked)
  const isCancelled = as === 'cancelled'
  const day = isCancelled ? workingDayFrom(addDays(today, 6)) : workingDayBy(addDays(today, -daysAgo))
  const slot = isCancelled ? diary.from(kind, day) : diary.past(kind, day)
  const convokedAt = officeInstant(today, daysAgo + 19, '10:10', now)
  const cancelledAt = officeInstant(today, daysAgo, '17:05', now)
  // A visit that nobody came to puts its request back among those to plan.
  const end = isCancelled ? ({ state: 'cancelled', closedAt: cancelledAt } as const) : ({ state: 'taken' } as const)
  const request = asked && writeAnswered(scene, employee, asked, convokedAt, end)
  const state = as === 'outcome_awaited' ? 'convoked' : as
  const visit = writeVisit(scene, employee, { kind, state, slot, convokedAt, requestId: request?.id })
  if (state === 'convoked') visitWasTold(scene, employee, { id: visit.id, slot, convokedAt })
  if (!reason) return
  const attempt = isCancelled ? { at: cancelledAt, decision: 'accepted' as const } : { at: slot.startsAt.minus({ hours: 21 }), decision: 'refused' as const }
  askCancellation(scene, employee, { visitId: visit.id, slot, reason, ...attempt })
}

/** The visit that is due to a part, or that was asked for it. */
function kindOf({ category, due }: Part, asked: RequestKind = 'follow_up'): VisitKind {
  const isReinforced = category === 'SIR'
  const dueKinds = {
    first: isReinforced ? 'fitness_hiring' : 'initial_information',
    renewal: isReinforced ? 'fitness_periodic' : 'periodic_information',
    intermediate: 'intermediate',
  } as const
  return visitKindFor(asked, dueKinds[due.what])!
}
