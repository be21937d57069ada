import type { Trx } from '#core/tenants'
import type { DutyCode, WarningCode } from '#follow_up/rules/answer'

export type DutyRow = { code: DutyCode; articles: string[]; because: string[] }
export type WarningRow = { code: WarningCode; because: string[] }
export type FollowUpRow = { duties: DutyRow[]; warnings: WarningRow[] }

/** What the employer has to do about an employee, and what went wrong, as the engine last found it. */
export async function findFollowUp(trx: Trx, employeeId: string): Promise<FollowUpRow> {
  const row = await trx.from('follow_ups').select('duties', 'warnings').where('employee_id', employeeId).first()
  return row ?? { duties: [], warnings: [] }
}
