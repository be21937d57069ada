import type { Day } from '#shared/days'
import type { Trx } from '#core/tenants'
import type { Category } from '#workforce/rules/categories'
import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { Language, Need } from '#workforce/rules/needs'

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
  departureReason: DepartureReason | null
  contractNature: ContractNature
  contractEndOn: Day | null
  payrollId: string | null
  needs: Need[]
  interpreterLanguage: Language | null
  siteId: string | null
  familyName: string
  firstName: string
  hasNationalId: boolean
}

const COLUMNS = {
  id: 'employees.id',
  memberId: 'employees.member_id',
  jobTitle: 'employees.job_title',
  category: 'employees.category',
  site: 'sites.name',
  birthDate: 'employees.birth_date',
  email: 'employees.email',
  phone: 'employees.phone',
  hiredOn: 'employees.hired_on',
  leftOn: 'employees.left_on',
  departureReason: 'employees.departure_reason',
  contractNature: 'employees.contract_nature',
  contractEndOn: 'employees.contract_end_on',
  payrollId: 'employees.payroll_id',
  needs: 'employees.needs',
  interpreterLanguage: 'employees.interpreter_language',
  siteId: 'employees.site_id',
  familyName: 'employees.family_name',
  firstName: 'employees.first_name',
}

/** An employee of this member: null for a stranger's, as for one that is not there or is archived. */
export async function findEmployee(trx: Trx, memberId: string, employeeId: string): Promise<EmployeeFacts | null> {
  return trx
    .from('employees')
    .select(COLUMNS)
    .select(trx.raw("employees.first_name || ' ' || employees.family_name as name"))
    .select(trx.raw('exists (select from national_ids where national_ids.employee_id = employees.id) as "hasNationalId"'))
    .leftJoin('sites', 'sites.id', 'employees.site_id')
    .where({ 'employees.id': employeeId, 'employees.member_id': memberId })
    .whereNull('employees.archived_at')
    .first()
}
