import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { keepChange } from '#members/actions/change_history'
import { differences } from '#members/rules/changes'
import type { ContactRole } from '#members/rules/contact_roles'
import { ok, refuse, type Result } from '#shared/result'

export type ContactFields = { role: ContactRole; name: string; email: string; phone: string | null }
type Who = { memberId: string; userId: string }
type Refusal = { type: 'not_found' } | { type: 'same_contact' } | { type: 'last_of_role'; role: ContactRole }

// Without one, nobody would learn of a visit, nor get the link of a first sign-in.
const NEEDED: readonly ContactRole[] = ['management', 'convocations']

export async function addContact(trx: Trx, { memberId, userId, ...fields }: Who & ContactFields, now: DateTime): Promise<Result<string, Refusal>> {
  await lockMember(trx, memberId)
  if (await isTaken(trx, memberId, fields)) return refuse({ type: 'same_contact' })
  const [{ id }] = await trx.table('contacts').insert({ member_id: memberId, ...fields }).returning('id')
  await keepChange(trx, { memberId, userId, subject: 'contact', subjectId: id, before: null, after: fields }, 'contact.added', now)
  return ok(id)
}

export async function changeContact(trx: Trx, { memberId, userId, contactId, ...fields }: Who & ContactFields & { contactId: string }, now: DateTime): Promise<Result<boolean, Refusal>> {
  await lockMember(trx, memberId)
  const before = await findOwn(trx, memberId, contactId)
  if (!before) return refuse({ type: 'not_found' })
  const changed = differences(before, fields)
  if (!changed) return ok(false)
  if (fields.role !== before.role && (await isLast(trx, memberId, before.role))) return refuse({ type: 'last_of_role', role: before.role })
  if (await isTaken(trx, memberId, fields, contactId)) return refuse({ type: 'same_contact' })
  await trx.from('contacts').where('id', contactId).update(fields)
  await keepChange(trx, { memberId, userId, subject: 'contact', subjectId: contactId, ...changed }, 'contact.changed', now)
  return ok(true)
}

export async function removeContact(trx: Trx, { memberId, userId, contactId }: Who & { contactId: string }, now: DateTime): Promise<Result<ContactFields, Refusal>> {
  await lockMember(trx, memberId)
  const before = await findOwn(trx, memberId, contactId)
  if (!before) return refuse({ type: 'not_found' })
  if (await isLast(trx, memberId, before.role)) return refuse({ type: 'last_of_role', role: before.role })
  await trx.from('contacts').where('id', contactId).delete()
  await keepChange(trx, { memberId, userId, subject: 'contact', subjectId: contactId, before, after: null }, 'contact.removed', now)
  return ok(before)
}

// Two users at once: the second sees what the first left.
async function lockMember(trx: Trx, memberId: string) {
  await trx.from('members').select('id').where('id', memberId).forUpdate()
}

async function findOwn(trx: Trx, memberId: string, id: string): Promise<ContactFields | null> {
  return trx.from('contacts').select('role', 'name', 'email', 'phone').where({ id, member_id: memberId }).first()
}

async function isTaken(trx: Trx, memberId: string, { role, email }: ContactFields, exceptId?: string) {
  const query = trx.from('contacts').where({ member_id: memberId, role, email })
  if (exceptId) query.whereNot('id', exceptId)
  return Boolean(await query.first())
}

async function isLast(trx: Trx, memberId: string, role: ContactRole) {
  if (!NEEDED.includes(role)) return false
  const rows = await trx.from('contacts').select('id').where({ member_id: memberId, role }).limit(2)
  return rows.length < 2
}
