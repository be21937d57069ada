import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { Identity } from '#workforce/rules/identity'

export type LockedEmployee = Identity & {
  id: string
  memberId: string
  jobTitle: string
  hiredOn: Day
  leftOn: Day | null
  departureReason: DepartureReason | null
  contractNature: ContractNature
  contractEndOn: Day | null
}

const COLUMNS = {
  id: 'id',
  memberId: 'member_id',
  siteId: 'site_id',
  familyName: 'family_name',
  firstName: 'first_name',
  birthDate: 'birth_date',
  email: 'email',
  phone: 'phone',
  payrollId: 'payroll_id',
  needs: 'needs',
  interpreterLanguage: 'interpreter_language',
  jobTitle: 'job_title',
  hiredOn: 'hired_on',
  leftOn: 'left_on',
  departureReason: 'departure_reason',
  contractNature: 'contract_nature',
  contractEndOn: 'contract_end_on',
}

/**
 * The employee as nobody else can change it until the commit: two acts on one person come one after the other.
 * @throws NotFound for a stranger's and for one that is archived.
 */
export async function lockEmployee(trx: Trx, memberId: string, employeeId: string): Promise<LockedEmployee> {
  const row = await trx.from('employees').select(COLUMNS).where({ id: employeeId, member_id: memberId }).whereNull('archived_at').forUpdate().first()
  return orNotFound(row)
}
