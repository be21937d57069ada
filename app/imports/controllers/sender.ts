import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#core/exceptions/refusals'
import { asMembers, type Trx } from '#core/tenants'
import { accessesWith } from '#identity'
import type { Sender } from '#imports/actions/import_people'

/**
 * Who imports, and into which accounts: those where the user may change the whole workforce.
 * @throws Forbidden for somebody who sees some sites only: a file speaks of everybody.
 */
export function senderOf({ currentUser, currentMember }: HttpContext): Sender {
  const whole = accessesWith(currentUser.accesses, 'workforce', 'write').filter(({ siteIds }) => siteIds === null)
  const memberIds = whole.map(({ memberId }) => memberId)
  if (!memberIds.includes(currentMember.id)) throw new Forbidden()
  return { userId: currentUser.id, memberId: currentMember.id, memberIds }
}

/** Runs `work` in a transaction that sees every account that a file may speak of. */
export function asSender<T>(sender: Sender, work: (trx: Trx) => Promise<T>) {
  return asMembers(sender.memberIds, work, sender.userId)
}
