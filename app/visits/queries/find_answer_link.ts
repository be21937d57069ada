import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import { hashToken } from '#core/tokens'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'

/** What the holder of a link may read: when, where, and the answer given. Never who, nor what for. */
export type AnswerLink = {
  visitId: string
  memberId: string
  visibleToMember: boolean
  startsAt: DateTime
  centre: ConvocationFacts['centre']
  answer: EmployeeAnswer | null
  answeredAt: DateTime | null
}

/** The date that a link answers to, until it begins; null once the visit was cancelled, moved or given to another. */
export async function findAnswerLink(token: string, now: DateTime): Promise<AnswerLink | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_answer_link(?)', [hashToken(token)])
  const row = rows[0]
  if (!row || instant(row.starts_at) <= now) return null
  return {
    visitId: row.visit_id,
    memberId: row.member_id,
    visibleToMember: row.visible_to_member,
    startsAt: instant(row.starts_at),
    centre: row.centre,
    answer: row.answer,
    answeredAt: maybeInstant(row.answered_at),
  }
}
