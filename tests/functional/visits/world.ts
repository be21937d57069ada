import { moveClock, stopClock } from '#core/clock'
import type { Preset } from '#identity/rules/rights'
import { parisInstant } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createUser, owner } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

/** Tuesday 24 November 2026, 9:12 in Paris. */
export const NOW = parisInstant('2026-11-24', '09:12')

/** Hook of a group: it stays that instant for each of its tests. */
export const itIsNow = () => {
  stopClock(NOW)
  return () => moveClock()
}

/** A member with an employee, and one of its users who is signed in. */
export async function aMember({ preset = 'administrateur' }: { preset?: Preset } = {}) {
  const member = await createMember()
  const user = await createUser({ member, preset, holder: preset === 'administrateur' })
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  return { member, user, employee, browser: await signedInAs(user) }
}

/** An employee to whom a follow-up visit is due. */
export async function someoneDue(member: { id: string }, values: Record<string, unknown> = {}, due: Record<string, unknown> = {}) {
  const employee = await createEmployee({ member, first_name: 'Karim', family_name: 'Bensallah', ...values })
  await createDueVisit({ employee, until_on: '2026-11-12', ...due })
  return employee
}

/** What the outbox says of these subjects, in order: `visitWorkflow`, `visitWorkflow changed`. */
export async function toldAbout(...subjectIds: string[]): Promise<string[]> {
  const rows = await owner().from('outbox_messages').whereIn('subject_id', subjectIds).orderBy('id')
  return rows.map(({ workflow_type: type, signal }) => [type, signal].filter(Boolean).join(' '))
}

export async function eventsAbout(subjectId: string): Promise<string[]> {
  const rows = await owner().from('journal_entries').where('subject_id', subjectId).orderBy('id')
  return rows.map(({ event }) => event)
}
