import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { addDays, type Day } from '#shared/days'
import type { By } from '#workforce/actions/by'
import { writeChange } from '#workforce/actions/write_change'
import { factsOfRow, writePost } from '#workforce/actions/write_post'
import { listRemovedPosts } from '#workforce/queries/list_removed_posts'

/** `wasLeaving`: a departure was told already, and is corrected or withdrawn. */
type Closing = { employeeId: string; memberId: string; by: By; hiredOn: Day; leftOn: Day | null; wasLeaving: boolean }

/**
 * The last post ends with the contract, and opens again when the contract goes on. A post that will never begin is taken away,
 * and is there again when the departure no longer forestalls it.
 */
export async function closePosts(trx: Trx, { hiredOn, leftOn, wasLeaving, ...whose }: Closing, now: DateTime) {
  if (wasLeaving) await bringBack(trx, { ...whose, hiredOn, leftOn }, now)
  const posts = await postsOf(trx, { ...whose, hiredOn })
  const begun = posts.filter((post) => leftOn === null || post.from_on <= leftOn)
  for (const post of posts.slice(begun.length)) {
    await trx.from('posts').where('id', post.id).delete()
    const before = { fromOn: post.from_on, ...factsOfRow(post) }
    await writeChange(trx, { ...whose, subject: 'post', subjectId: post.id }, { before, after: null }, now)
  }
  const last = begun.at(-1)
  if (!last) return
  await trx.from('posts').where('id', last.id).update({ to_on: leftOn })
  await trx.from('employees').where('id', whose.employeeId).update({ job_title: last.job_title })
}

async function bringBack(trx: Trx, { leftOn, hiredOn, ...whose }: Omit<Closing, 'wasLeaving'>, now: DateTime) {
  const removed = await listRemovedPosts(trx, whose.employeeId)
  for (const { fromOn, ...post } of removed.filter(({ fromOn: from }) => leftOn === null || from <= leftOn)) {
    const posts = await postsOf(trx, { ...whose, hiredOn })
    const previous = posts.at(-1)
    if (previous && previous.from_on >= fromOn) continue
    if (previous) await trx.from('posts').where('id', previous.id).update({ to_on: addDays(fromOn, -1) })
    const postId = await writePost(trx, { ...whose, fromOn, post }, now)
    await writeChange(trx, { ...whose, subject: 'post', subjectId: postId }, { before: null, after: { fromOn, ...post } }, now)
  }
}

function postsOf(trx: Trx, { employeeId, hiredOn }: Pick<Closing, 'employeeId' | 'hiredOn'>): Promise<Record<string, any>[]> {
  return trx.from('posts').where('employee_id', employeeId).where('from_on', '>=', hiredOn).orderBy('from_on')
}
