import { DateTime } from 'luxon'
import { addDays } from '#shared/dates'
import type { Story } from '#database/demo/cast'
import { daysBefore, officeInstant, workingDayFrom } from '#database/demo/days'
import { journal, writeRequest } from '#database/demo/records'
import type { Followed, Scene } from '#database/demo/scene'
import { requestWasTold } from '#database/demo/told'
import type { RequestKind } from '#visits/rules/request_kinds'
import { returnDeadline } from '#visits/rules/wish_date'

type Of<T extends Story['type']> = Extract<Story, { type: T }>

export function writeAsked(scene: Scene, employee: Followed, { kind, daysAgo, taken, wishInDays, reason, note }: Of<'asked'>) {
  const { today, now } = scene
  const requestedAt = officeInstant(today, daysAgo, '10:40', now)
  const wishFrom = wishInDays === undefined ? undefined : workingDayFrom(addDays(today, wishInDays))
  const request = writeRequest(scene, employee, {
    ...{ kind, requestedAt, reason, note, wishFrom },
    state: taken ? 'taken' : 'sent',
    takenAt: taken ? DateTime.max(requestedAt.plus({ minutes: 50 }), officeInstant(today, daysAgo - 1, '09:15', now)) : undefined,
    legalDeadline: kind === 'return' ? returnDeadline(wishFrom!) : undefined,
  })
  if (daysAgo > 0) requestWasTold(scene, employee, request.id, requestedAt)
}

export function writeRefused(scene: Scene, employee: Followed, { kind, daysAgo, why }: Of<'refused'>) {
  const at = (days: number, time: string) => officeInstant(scene.today, days, time, scene.now)
  const times = { requestedAt: at(daysAgo, '11:05'), takenAt: at(daysAgo - 3, '09:40'), closedAt: at(daysAgo - 3, '09:48') }
  const request = writeRequest(scene, employee, { kind, state: 'refused', ...times, refusalReason: why })
  journal(scene, employee, { by: 'staff', event: 'visit_request.refused', at: times.closedAt, subjectId: request.id })
}

type End = { state: 'planned' | 'taken' | 'cancelled'; closedAt?: DateTime; reason?: string }

/** The request that a convocation answers. */
export function writeAnswered(scene: Scene, employee: Followed, kind: RequestKind, convokedAt: DateTime, end: End) {
  const requestedAt = daysBefore(convokedAt, 3, '16:05')
  const request = writeRequest(scene, employee, { kind, requestedAt, takenAt: daysBefore(convokedAt, 1, '11:10'), ...end })
  requestWasTold(scene, employee, request.id, requestedAt)
  return request
}
