import type { DateTime } from 'luxon'
import type { Slot } from '#database/demo/diary'
import type { Followed, Scene } from '#database/demo/scene'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import { reminderSchedule } from '#visits/rules/reminder_schedule'

// What is old left in its time: without these rows the first start of the worker would mail it all at once. The keys
// are those of messaging (tell_about_visit, tell_about_request); what was done today is left to the worker to tell.

export function visitWasTold(scene: Scene, employee: Followed, { id, slot, convokedAt }: { id: string; slot: Slot; convokedAt: DateTime }) {
  const { startsAt } = slot
  const limit = cancellationLimit(startsAt, 'clock_hours')
  const reminders = reminderSchedule({ startsAt, convokedAt, limit }).map(({ key, at }) => ({ message: `visit.${key}.0`, at }))
  const told = [{ message: 'visit.convocation', at: convokedAt }, ...reminders].filter(({ at }) => at <= scene.now)
  const recipients = [...(employee.email ? [`employee:${employee.id}`] : []), ...employee.firm.recipients]
  for (const { message, at } of told) for (const recipient of recipients) sent(scene, { message, subjectId: id, recipient, at })
}

export function requestWasTold(scene: Scene, { firm }: Followed, requestId: string, at: DateTime) {
  for (const recipient of firm.recipients) sent(scene, { message: 'visit_request.received', subjectId: requestId, recipient, at })
}

type Sent = { message: string; subjectId: string; recipient: string; at: DateTime }

function sent({ rows }: Scene, { message, subjectId, recipient, at }: Sent) {
  rows.add('deliveries', { message, subject_id: subjectId, recipient, created_at: at, sent_at: at.plus({ seconds: 4 }) })
}
