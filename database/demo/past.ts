import { DateTime } from 'luxon'
import { addDays, parisInstant } from '#shared/dates'
import { daysBefore, workingDayBy } from '#database/demo/days'
import type { Slot } from '#database/demo/diary'
import { acknowledge, askCancellation, writeRequest, writeVisit } from '#database/demo/records'
import type { Hired, Scene } from '#database/demo/scene'
import type { VisitKind } from '#visits/rules/visit_kinds'

export type PastRow = { visit: ReturnType<typeof writeVisit>; slot: Slot }

/** The visits behind an employee, with how they came about; gives them in the order of time. */
export function writePast(scene: Scene, employee: Hired): PastRow[] {
  const { draw, today } = scene
  const { diary, usesPortal } = employee.firm
  return employee.history.visits.map(({ kind, day, state: became }) => {
    const state = became === 'cancelled' && !usesPortal ? 'excused' : became
    const slot = diary.past(kind, day)
    const calledOn = workingDayBy(addDays(day, -draw.between(15, 30)))
    const convokedAt = parisInstant(calledOn, draw.pick(['09:20', '10:45', '14:05', '16:30'])).toUTC()
    const wasAsked = usesPortal && state === 'held' && !BESIDES.includes(kind) && day > addDays(today, -400) && draw.happens(0.35)
    const request = wasAsked && writeRequest(scene, employee, {
      kind: 'follow_up',
      state: 'held',
      requestedAt: daysBefore(convokedAt, 4, '10:20'),
      takenAt: daysBefore(convokedAt, 1, '11:00'),
      closedAt: slot.endsAt.plus({ minutes: 12 }),
    })
    const visit = writeVisit(scene, employee, { kind, state, slot, convokedAt, ...(request && { requestId: request.id }) })
    if (usesPortal && draw.happens(0.8)) acknowledge(scene, employee, visit.id, DateTime.min(convokedAt.plus({ days: 1, hours: 2 }), slot.startsAt.minus({ hours: 3 })))
    if (state === 'cancelled') giveBack(scene, employee, { visitId: visit.id, slot })
    return { visit, slot }
  })
}

// Not part of the follow-up that one asks for.
const BESIDES: VisitKind[] = ['mid_career', 'post_exposure']
const REASONS = ['Salarié en congé', 'Salarié en formation', 'Contrainte de chantier', 'Salarié en arrêt', 'Salarié en déplacement']

function giveBack(scene: Scene, employee: Hired, about: { visitId: string; slot: Slot }) {
  const at = daysBefore(about.slot.startsAt, scene.draw.between(4, 9), '11:30')
  askCancellation(scene, employee, { ...about, at, reason: scene.draw.pick(REASONS), decision: 'accepted' })
}
