import { rightsOf } from '#identity/rules/rights'
import type { Firm, Scene } from '#database/demo/scene'

/** Somebody whom the holder has just invited: the mail leaves when the worker starts. */
export function writeInvitation({ now, rows, toStart }: Scene, { memberId, userId }: Firm) {
  const { id } = rows.add('invitations', {
    member_id: memberId,
    email: 'stage@ormevert.example',
    full_name: 'Maëlle Corvaisier',
    rights: rightsOf('lecture'),
    ends_on: now.plus({ months: 3 }).toISODate(),
    invited_by: userId,
    invited_at: now,
  })
  toStart.push({ workflow: 'invitation', id })
}
