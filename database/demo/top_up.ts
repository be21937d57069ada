import type { DateTime } from 'luxon'
import { listFreeSlots } from '#calendar'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'
import { addDays, parisDay } from '#shared/dates'
import { officeInstant } from '#database/demo/days'
import { Diary } from '#database/demo/diary'
import { drawFrom } from '#database/demo/draw'
import { findWithoutAppointment, type Examples } from '#database/demo/examples'
import { planningOf } from '#database/demo/new_days'
import { writeVisit } from '#database/demo/records'
import { Rows } from '#database/demo/rows'
import type { Firm, Followed, Scene } from '#database/demo/scene'
import { visitWasTold } from '#database/demo/told'
import type { VisitKind } from '#visits/rules/visit_kinds'

const CALLED_DAYS_AGO = 9

/** Convokes to what the examples lack: a visit that can be cancelled, one that no longer can. */
export async function convokeMissing(trx: Trx, memberId: string, { cancellable, tooLate }: Examples, now: DateTime) {
  const scene = await openScene(trx, memberId, now)
  const firm = await readFirm(trx, memberId)
  const { diary, today } = scene
  if (!tooLate) await convoke(trx, scene, firm, (kind) => diary.within48Hours(kind, now))
  if (!cancellable) await convoke(trx, scene, firm, (kind) => diary.from(kind, addDays(today, 7)))
}

async function openScene(trx: Trx, memberId: string, now: DateTime): Promise<Scene> {
  const rows = await Rows.open(trx, 200)
  const draw = drawFrom(now.toMillis())
  const { centreId, practitioners } = await planningOf(trx, memberId)
  const free = await listFreeSlots(trx, { practitionerKinds: ['doctor', 'nurse'], minutes: 0, after: now, limit: 5000, centreId })
  const { id: plannerId } = await trx.from('staff_users').select('id').where('role', 'planner').firstOrFail()
  const diary = new Diary(rows, draw, centreId, practitioners)
  diary.adopt(
    free.map(({ id, startsAt, endsAt, practitionerId }) => {
      const practitioner = practitioners.find((one) => one.id === practitionerId)!
      return { id, startsAt, endsAt, practitioner, row: { visit_id: null } }
    })
  )
  return { now, today: parisDay(now), draw, rows, diary, plannerId, toStart: [] }
}

async function readFirm(trx: Trx, memberId: string): Promise<Firm> {
  const holder = await trx.from('accesses').select('user_id').where({ member_id: memberId, holder: true }).firstOrFail()
  return { memberId, userId: holder.user_id, recipients: await listEmployerRecipients(trx, memberId) }
}

async function convoke(trx: Trx, scene: Scene, firm: Firm, slotFor: (kind: VisitKind) => ReturnType<Diary['from']>) {
  const found = await findWithoutAppointment(trx, firm.memberId, scene.now)
  if (!found) return
  const employee: Followed = { id: found.id, email: found.email, firm }
  const slot = slotFor(found.kind as VisitKind)
  const convokedAt = officeInstant(scene.today, CALLED_DAYS_AGO, '15:20', scene.now)
  const visit = writeVisit(scene, employee, { kind: found.kind as VisitKind, state: 'convoked', slot, convokedAt })
  visitWasTold(scene, employee, { id: visit.id, slot, convokedAt })
  await scene.rows.write(trx)
  await trx.from('slots').where('id', slot.id).update({ visit_id: visit.id })
  await tell(trx, 'visit', visit.id)
}
