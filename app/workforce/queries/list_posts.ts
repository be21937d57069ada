import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import type { Risk } from '#workforce/rules/risks'

export type PostRow = {
  id: string
  fromOn: Day
  toOn: Day | null
  jobTitle: string
  pcsCode: string | null
  risks: Risk[]
  night: boolean
  listedReason: string | null
}

const COLUMNS = {
  id: 'id',
  fromOn: 'from_on',
  toOn: 'to_on',
  jobTitle: 'job_title',
  pcsCode: 'pcs_code',
  risks: 'risks',
  night: 'night',
  listedReason: 'listed_reason',
}

/** All the posts of an employee, the latest first. */
export function listPosts(trx: Trx, employeeId: string): Promise<PostRow[]> {
  return trx.from('posts').select(COLUMNS).where('employee_id', employeeId).orderBy('from_on', 'desc')
}

/** The last post of the contract that began on a day, null when none is known. */
export async function findLastPost(trx: Trx, employeeId: string, hiredOn: Day): Promise<PostRow | null> {
  const [last] = await listPosts(trx, employeeId)
  return last && (last.toOn === null || last.toOn >= hiredOn) ? last : null
}
