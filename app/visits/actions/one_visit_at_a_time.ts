import type { Trx } from '#core/tenants'
import { refuse, type Result } from '#shared/result'

/**
 * Runs `work`, all or nothing, and refuses when it puts an employee at two visits at once: the database's exclusion
 * constraint sees what no query can, a visit that is not committed yet or that the portal may not see.
 */
export async function oneVisitAtATime<T, E extends { type: string }>(
  trx: Trx,
  work: (part: Trx) => Promise<Result<T, E>>
): Promise<Result<T, E | { type: 'employee_busy' }>> {
  try {
    return await trx.transaction(work)
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23P01' && constraint === 'one_visit_per_employee') return refuse({ type: 'employee_busy' })
    throw error
  }
}

export async function newId(trx: Trx): Promise<string> {
  const { rows } = await trx.rawQuery('select uuidv7() as id')
  return rows[0].id
}
