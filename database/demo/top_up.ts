import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'
import { addDays, parisDay } from '#shared/dates'
import { officeInstant } from '#database/demo/days'
import { instant } from '#core/instant'
import { centreOf } from '#database/demo/diaries'
import { Diary } from '#database/demo/diary'
import { drawFrom } from '#database/demo/draw'
import { findWithoutAppointment, type Examples } from '#database/demo/examples'
import { readHouse } from '#database/demo/house'
import { writeVisit } from '#database/demo/records'
import { Rows } from '#database/demo/rows'
import type { Firm, Followed, Scene } from '#database/demo/scene'
import { visitWasTold } from '#database/demo/told'
import type { VisitKind } from '#visits/rules/visit_kinds'

const CALLED_DAYS_AGO = 9

/** Convokes to what the examples lack: a visit that can be cancelled, one that no longer can. */
export async function convokeMissing(trx: Trx, memberId: string, { cancellable, tooLate }: Examples, now: DateTime) {
  if (cancellable && tooLate) return
  const scene = await openScene(trx, now)
  const firm = await readFirm(trx, scene, memberId)
  if (!tooLate) await convoke(trx, scene, firm, (kind) => firm.diary.within48Hours(kind, now))
  if (!cancellable) await convoke(trx, scene, firm, (kind) => firm.diary.from(kind, addDays(scene.today, 7)))
}

async function openScene(trx: Trx, now: DateTime): Promise<Scene> {
  const rows = await Rows.open(trx, 200)
  const { id: plannerId } = await trx.from('staff_users').select('id').where('role', 'planner').firstOrFail()
  return { now, today: parisDay(now), draw: drawFrom(now.toMillis()), rows, plannerId, toStart: [] }
}

async function readFirm(trx: Trx, scene: Scene, memberId: string): Promise<Firm> {
  const holder = await trx.from('accesses').select('user_id').where({ member_id: memberId, holder: true }).firstOrFail()
  const recipients = await listEmployerRecipients(trx, memberId)
  return { memberId, userId: holder.user_id, recipients, diary: await readDiary(trx, scene, memberId), usesPortal: true }
}

/** The planning of a member's centre from now on, with what is taken. */
async function readDiary(trx: Trx, { rows, draw, now }: Scene, memberId: string): Promise<Diary> {
  const house = await readHouse(trx)
  const { centre_id: centreId } = await trx.from('members').select('centre_id').where('id', memberId).firstOrFail()
  const [key] = [...house.centreIds].find(([, id]) => id === centreId)!
  const centre = centreOf(house, key)
  const diary = new Diary(rows, draw, centre)
  const slots = await trx.from('slots').where('ends_at', '>', now.toISO()!).whereIn('practitioner_id', centre.practitioners.map(({ id }) => id)).orderBy('starts_at')
  for (const { id, starts_at: from, ends_at: to, practitioner_id: holderId, centre_id: place, visit_id: visitId } of slots) {
    const practitioner = centre.practitioners.find((one) => one.id === holderId)!
    const startsAt = instant(from)
    diary.adopt({ id, startsAt, endsAt: instant(to), practitioner, row: { visit_id: visitId } }, place === centreId && visitId === null && startsAt > now)
  }
  return diary
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
