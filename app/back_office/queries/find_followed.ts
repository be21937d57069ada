import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { DateTime } from 'luxon'
import type { Day } from '#shared/dates'
import type { SituationCode } from '#follow_up'

export type Followed = {
  id: string
  name: string
  jobTitle: string
  memberName: string
  memberNumber: string
  hiredOn: Day
  situations: { code: SituationCode; from: Day; to: Day | null; by: string | null }[]
  waivers: { heldOn: Day; by: string; at: DateTime }[]
}

/** An employee as the health team follows them: what was noted, and by whom. */
export async function findFollowed(trx: Trx, id: string): Promise<Followed | null> {
  const employee = await trx
    .from('employees')
    .join('members', 'members.id', 'employees.member_id')
    .select({ id: 'employees.id', jobTitle: 'job_title', memberName: 'company_name', memberNumber: 'member_number', hiredOn: 'hired_on' })
    .select(trx.raw("first_name || ' ' || family_name as name"))
    .where('employees.id', id)
    .first()
  if (!employee) return null
  const noted = (table: string, by: string) => trx.from(table).leftJoin('staff_users', 'staff_users.id', by).where('employee_id', id)
  const situations = await noted('situations', 'noted_by').select('code', 'from_on as from', 'to_on as to', 'full_name as by').orderBy('from_on')
  const waivers = await noted('visit_waivers', 'granted_by').select('held_on as heldOn', 'full_name as by', 'granted_at as at').orderBy('granted_at')
  return { ...employee, situations, waivers: waivers.map((row) => ({ ...row, at: instant(row.at) })) }
}
