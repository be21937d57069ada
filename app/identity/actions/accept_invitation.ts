import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { asUser } from '#core/tenants'
import { hashPassword } from '#identity/password_hashing'
import { ok, refuse, type Result } from '#shared/result'
import { parisDay } from '#shared/dates'

/** `hash`: of the link's secret. Who is signed in links the invitation to that account; who is not chooses a name and a password. */
export type Answer = { hash: string } & ({ userId: string } | { name: string; password: string })

export type AnswerRefusal = { type: 'unusable' | 'has_account' | 'already' }

/** Uses an invitation once: the access opens, the other links of the invitation and its reminder end. */
export async function acceptInvitation(answer: Answer, now: DateTime): Promise<Result<{ userId: string; memberId: string }, AnswerRefusal>> {
  const userId = 'userId' in answer ? answer.userId : null
  const [name, passwordHash] = 'userId' in answer ? [null, null] : [answer.name, await hashPassword(answer.password)]
  return asUser(userId ?? '', async (trx) => {
    const { rows } = await trx.rawQuery('select * from accept_invitation(?, ?, ?, ?, ?, ?)', [
      answer.hash,
      ...([userId, name, passwordHash] as string[]),
      now.toISO()!,
      parisDay(now),
    ])
    const { outcome, invitation_id: id, member_id: memberId, user_id: entering, access_id: accessId, recovered } = rows[0]
    if (outcome !== 'accepted') return refuse({ type: outcome })
    const event = recovered ? 'holder.recovered' : 'invitation.accepted'
    await record(trx, { actor: { kind: 'user', id: entering }, event, memberId, subjectId: accessId })
    await tell(trx, 'invitation', id, 'changed')
    return ok({ userId: entering as string, memberId: memberId as string })
  })
}
