import type { Day } from '#shared/days'
import type { Trx } from '#core/tenants'
import type { Category } from '#workforce/rules/categories'

export type EmployeeFacts = {
  id: string
  memberId: string
  name: string
  jobTitle: string
  category: Category
  site: string | null
  birthDate: Day
  email: string | null
  phone: string | null
  hiredOn: Day
  leftOn: Day | null
}

const COLUMNS = {
  id: 'employees.id',
  memberId: 'employees.member_id',
  jobTitle: 'job_title',
  category: 'category',
  site: 'sites.name',
  birthDate: 'birth_date',
  email: 'email',
  phone: 'phone',
  hiredOn: 'hired_on',
  leftOn: 'left_on',
}

/** An employee of this member: null for a stranger's, as for one that is not there. */
export async function findEmployee(trx: Trx, memberId: string, employeeId: string): Promise<EmployeeFacts | null> {
  return trx
    .from('employees')
    .select(COLUMNS)
    .select(trx.raw("first_name || ' ' || family_name as name"))
    .leftJoin('sites', 'sites.id', 'employees.site_id')
    .where({ 'employees.id': employeeId, 'employees.member_id': memberId })
    .first()
}
