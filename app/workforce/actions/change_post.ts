import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { addDays, parisDay, type Day } from '#shared/dates'
import { ok, type Result } from '#shared/result'
import { informOfExposure } from '#workforce/actions/ask_first_visit'
import { actorOf, type By } from '#workforce/actions/by'
import { differenceOf, writeChange } from '#workforce/actions/write_change'
import { columnsOf, writePost, type PostFacts } from '#workforce/actions/write_post'
import { lockEmployee } from '#workforce/queries/lock_employee'
import { findLastPost, type PostRow } from '#workforce/queries/list_posts'
import { decidePostStart, type PostRefusal } from '#workforce/rules/post_start'

export type ChangePost = { memberId: string; employeeId: string; by: By; fromOn: Day; post: PostFacts }

/** Another post from a day on, or the current one corrected when it is its own first day. The same post again writes nothing. */
export async function changePost(
  trx: Trx,
  { memberId, employeeId, by, fromOn, post }: ChangePost,
  now: DateTime
): Promise<Result<{ postId: string; requestId: string | null }, PostRefusal>> {
  const employee = await lockEmployee(trx, memberId, employeeId)
  const current = await findLastPost(trx, employeeId, employee.hiredOn)
  const decision = decidePostStart(fromOn, { ...employee, currentFrom: current?.fromOn ?? null })
  if (!decision.ok) return decision

  const difference = current && differenceOf(factsOf(current), { ...post })
  if (current && !difference) return ok({ postId: current.id, requestId: null })
  const whose = { memberId, employeeId, by }
  const postId = current && decision.value.corrects ? await correct(trx, current, employeeId, post) : await follow(trx, current)
  await writeChange(trx, { ...whose, subject: 'post', subjectId: postId }, difference ?? { before: null, after: { ...post } }, now)
  await record(trx, { actor: actorOf(by), event: 'employee.post_changed', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok({ postId, requestId: await informOfExposure(trx, whose, now) })

  async function follow(part: Trx, last: PostRow | null) {
    if (last) await part.from('posts').where('id', last.id).update({ to_on: addDays(fromOn, -1) })
    return writePost(part, { ...whose, fromOn, toOn: employee.leftOn, post }, now)
  }
}

async function correct(trx: Trx, { id }: PostRow, employeeId: string, post: PostFacts): Promise<string> {
  await trx.from('posts').where('id', id).update(columnsOf(post))
  await trx.from('employees').where('id', employeeId).update({ job_title: post.jobTitle })
  return id
}

function factsOf({ jobTitle, pcsCode, risks, night, listedReason }: PostRow): PostFacts {
  return { jobTitle, pcsCode, risks, night, listedReason }
}
