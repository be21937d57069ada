import { createEmployee, createMember, createUser, owner } from '#tests/support/factories'
import type { Values } from '#tests/support/factories/rows'
import { signedInAs } from '#tests/support/http'

/** A member, somebody who works there, and a user who declares what happens. */
export async function workplace(values: Values = {}, preset: 'administrateur' | 'rh' | 'convocations' | 'lecture' = 'rh') {
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Thibault', family_name: 'Garrigou', ...values })
  const user = await createUser({ member, preset })
  return { member, employee, user, someone: await signedInAs(user) }
}

export const duesOf = ({ id }: { id: string }) => owner().from('due_visits').where('employee_id', id).orderBy('until_on')

/** The employee as the table holds it. */
export const employeeRow = ({ id }: { id: string }) => owner().from('employees').where('id', id).firstOrFail()

export const changesOf = ({ id }: { id: string }) => owner().from('employment_changes').where('employee_id', id).orderBy('at')

export const journalOf = ({ id }: { id: string }) => owner().from('journal_entries').where('subject_id', id)

/** A day as people type it. */
export const typed = (day: string) => day.split('-').toReversed().join('/')
