import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { asMembers } from '#core/tenants'
import { listAccountNeeds } from '#home/queries/list_account_needs'
import { listLastEntries } from '#home/queries/list_last_entries'
import { needsSentence, orderAccounts } from '#home/rules/accounts'
import { accessesWith } from '#identity/rules/accesses_with'
import { presetLabel } from '#identity/rules/rights'

/** The members that the user may enter, the last one used first, and what waits in each. */
export default class AccountsController {
  async index({ currentMember, currentUser: { accesses, id }, request, view }: HttpContext) {
    const memberIds = accessesWith(accesses, 'visits').map(({ memberId }) => memberId)
    const { needs, entries } = await asMembers(
      memberIds,
      async (trx) => ({ needs: await listAccountNeeds(trx, memberIds, now()), entries: await listLastEntries(trx, id) }),
      id
    )
    const search = String(request.input('q') ?? '').slice(0, 100)
    const known = accesses.map((access) => ({ ...access, enteredAt: entries.get(access.memberId) ?? null }))
    return view.render('home/accounts/index', {
      accounts: orderAccounts(known, search).map((account) => ({ ...account, needs: needs.get(account.memberId) })),
      total: accesses.length,
      search,
      currentId: currentMember?.id,
      overAll: memberIds.length > 1,
      needsSentence,
      presetLabel,
    })
  }
}
