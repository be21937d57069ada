import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { userOf, type By } from '#workforce/actions/by'
import type { Risk } from '#workforce/rules/risks'

export type PostFacts = { jobTitle: string; pcsCode: string | null; risks: Risk[]; night: boolean; listedReason: string | null }

type NewPost = { employeeId: string; memberId: string; by: By; fromOn: Day; toOn?: Day | null; post: PostFacts }

export async function writePost(trx: Trx, { employeeId, memberId, by, fromOn, toOn = null, post }: NewPost, now: DateTime): Promise<string> {
  const days = { from_on: fromOn, to_on: toOn }
  const row = { employee_id: employeeId, member_id: memberId, ...days, ...columnsOf(post), declared_by: userOf(by), declared_at: now.toISO() }
  const [{ id }] = await trx.insertQuery().table('posts').insert(row).returning('id')
  await trx.from('employees').where('id', employeeId).update({ job_title: post.jobTitle })
  return id
}

export function columnsOf({ jobTitle, pcsCode, risks, night, listedReason }: PostFacts) {
  return { job_title: jobTitle, pcs_code: pcsCode, risks, night, listed_reason: risks.includes('employer_listed') ? listedReason : null }
}

/** The post as it was written. */
export function factsOfRow(row: Record<string, any>): PostFacts {
  return { jobTitle: row.job_title, pcsCode: row.pcs_code, risks: row.risks, night: row.night, listedReason: row.listed_reason }
}
