import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { hashToken } from '#core/tokens'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import type { AnswerLink } from '#visits/queries/find_answer_link'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'

type Answer = { token: string; link: AnswerLink; answer: EmployeeAnswer }

/**
 * The person convoked says whether they come, once for a date. It cancels nothing: the employer is told and decides.
 * False when the date has its answer already, or is no more.
 */
export async function answerConvocation(trx: Trx, { token, link, answer }: Answer, now: DateTime): Promise<boolean> {
  const { visitId, memberId } = link
  const { rows } = await trx.rawQuery('select answer_convocation(?, ?, ?) as id', [hashToken(token), answer, now.toISO()] as string[])
  if (!rows[0].id) return false
  const by = { kind: 'nobody' } as const
  await record(trx, { actor: by, event: answer === 'coming' ? 'visit.confirmed' : 'visit.declined', memberId, subjectId: visitId })
  if (answer === 'not_coming') await notify(trx, { kind: 'employee_declined', memberId, visitId, by }, now)
  return true
}
