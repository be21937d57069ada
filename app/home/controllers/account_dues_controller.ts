import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { listAddress, readPage } from '#core/http/list_address'
import { asMembers } from '#core/tenants'
import { PAGE_SIZE, listDuesOfAccounts } from '#home/queries/list_dues_of_accounts'
import { DUE_TERMS, readDueTerm } from '#home/rules/due_terms'
import { accessesWith } from '#identity/rules/accesses_with'
import { parisDay } from '#shared/dates'

/** What is due in every account of the user, on one page: what somebody who keeps several firms opens first. */
export default class AccountDuesController {
  async index({ currentUser: { accesses, id }, request, view }: HttpContext) {
    const today = parisDay(now())
    const term = readDueTerm(request.qs())
    const readable = accessesWith(accesses, 'visits').map(({ memberId }) => memberId)
    const list = await asMembers(readable, (trx) => listDuesOfAccounts(trx, readable, term, today, readPage(request.qs())), id)
    const address = (echeance: string, page = 1) => listAddress('/comptes/echeances', { echeance: echeance || null, page })
    return view.render('home/accounts/dues', {
      ...{ list, today, terms: [readDueTerm({}), ...DUE_TERMS], term, address, pageSize: PAGE_SIZE },
      accountCount: readable.length,
      mayAsk: new Set(accessesWith(accesses, 'visits', 'write').map(({ memberId }) => memberId)),
      mayRead: new Set(accessesWith(accesses, 'workforce').map(({ memberId }) => memberId)),
    })
  }
}
