import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { insert, type Values } from '#tests/support/factories/rows'

type Owner = { member: { id: string }; user: { id: string } }

/** An import that waits for a decision, with one entry to accept. */
export async function createImport({ member, user, ...values }: Owner & Values): Promise<{ id: string }> {
  const at = DateTime.utc()
  const row = { member_id: member.id, user_id: user.id, batch_id: randomUUID(), format: 'csv', state: 'ready', people: 1, compared: 1, created_at: at, expires_at: at.plus({ days: 7 }) }
  const { id } = await insert('imports', { ...row, ...values })
  const where = { import_id: id, member_id: member.id, line: 2 }
  const facts = { familyName: 'Kergoat', firstName: 'Élodie', birthDate: '1990-05-12', jobTitle: 'Comptable', hiredOn: '2026-11-16' }
  await insert('import_lines', { ...where, facts: JSON.stringify(facts), compared: true })
  const details = { type: 'act', act: 'hire', changes: [{ field: 'jobTitle', before: null, after: 'Comptable' }] }
  await insert('import_items', { ...where, section: 'entry', key: 'hire', details: JSON.stringify(details), accepted: true })
  return { id }
}
