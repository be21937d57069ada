import type { HttpContext } from '@adonisjs/core/http'
import type { Refusal } from '#core/http/policy'
import { record, type JournalEntry } from '#core/journal'
import { asStaff, asUser } from '#core/tenants'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const EVENTS = { forbidden: 'page.refused', not_found: 'page.not_found' } as const

/** A refusal to a user of the portal. */
export async function journalUserRefusal(refusal: Refusal, ctx: HttpContext) {
  const { currentUser: user, currentMember: member } = ctx
  if (!user) return
  await asUser(user.id, (trx) => record(trx, { ...asked(refusal, ctx), actor: { kind: 'user', id: user.id }, memberId: member?.id }))
}

/** A refusal to one of OSTRA's staff. */
export async function journalStaffRefusal(refusal: Refusal, ctx: HttpContext) {
  const { staff } = ctx
  if (!staff) return
  await asStaff((trx) => record(trx, { ...asked(refusal, ctx), actor: { kind: 'staff', id: staff.id } }))
}

function asked(refusal: Refusal, { route, params }: HttpContext): Pick<JournalEntry, 'event' | 'place' | 'subjectId'> {
  return { event: EVENTS[refusal], place: route?.name, subjectId: Object.values(params).find((value) => UUID.test(String(value))) }
}
