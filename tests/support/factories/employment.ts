import { insert, owner, type Values } from '#tests/support/factories/rows'

type Person = { id: string; memberId: string }

/** A post that gives a category: a listed risk for SIR; why somebody is SIA is known to staff only. */
export const postOf = (category: string): Values => (category === 'SIR' ? { risks: ['scaffold_assembly'] } : {})

export function createPost({ employee, ...values }: { employee: Person } & Values) {
  return insert('posts', {
    employee_id: employee.id,
    member_id: employee.memberId,
    from_on: '2024-03-04',
    job_title: 'Menuisière',
    ...values,
  })
}

export function createStoppage({ employee, ...values }: { employee: Person } & Values) {
  return insert('stoppages', {
    employee_id: employee.id,
    member_id: employee.memberId,
    origin: 'illness',
    first_day: '2026-09-01',
    last_day: '2026-11-14',
    ...values,
  })
}

/** What staff only may know. */
export function createSituation({ employee, ...values }: { employee: Person } & Values) {
  return insert('situations', { employee_id: employee.id, member_id: employee.memberId, code: 'disability', from_on: '2020-01-01', ...values })
}

export async function lastPostOf({ id }: { id: string }) {
  return owner().from('posts').where('employee_id', id).orderBy('from_on', 'desc').first()
}
