import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import type { By } from '#workforce/actions/by'
import { writeChange } from '#workforce/actions/write_change'

type Closing = { employeeId: string; memberId: string; by: By; hiredOn: Day; leftOn: Day | null }

/** The last post ends with the contract, and opens again when the contract goes on. A post that will never begin is taken away. */
export async function closePosts(trx: Trx, { hiredOn, leftOn, ...whose }: Closing, now: DateTime) {
  const posts = await trx.from('posts').where('employee_id', whose.employeeId).where('from_on', '>=', hiredOn).orderBy('from_on')
  const begun = posts.filter((post) => leftOn === null || post.from_on <= leftOn)
  for (const { id, from_on: fromOn, job_title: jobTitle } of posts.slice(begun.length)) {
    await trx.from('posts').where('id', id).delete()
    await writeChange(trx, { ...whose, subject: 'post', subjectId: id }, { before: { fromOn, jobTitle }, after: null }, now)
  }
  const last = begun.at(-1)
  if (!last) return
  await trx.from('posts').where('id', last.id).update({ to_on: leftOn })
  await trx.from('employees').where('id', whose.employeeId).update({ job_title: last.job_title })
}
