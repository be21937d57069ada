import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'

/** The next employees of whom the engine has not said what is due as on this day; those in the archives ask nothing more. */
export async function listOutdated(trx: Trx, today: Day, limit: number): Promise<string[]> {
  const rows = await trx
    .from('employees')
    .select('employees.id')
    .leftJoin('follow_ups', 'follow_ups.employee_id', 'employees.id')
    .whereNull('archived_at')
    .whereRaw('(computed_on is null or computed_on < ?)', [today])
    .orderBy('employees.id')
    .limit(limit)
  return rows.map(({ id }) => id)
}
