import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { day, type ExportColumn } from '#core/export/table'
import { record } from '#core/journal'
import { asMembers } from '#core/tenants'
import { listDuesOfAccounts, type AccountDue } from '#home/queries/list_dues_of_accounts'
import { readDueTerm } from '#home/rules/due_terms'
import { accessesWith } from '#identity/rules/accesses_with'
import { parisDay } from '#shared/dates'

const COLUMNS: ExportColumn<AccountDue>[] = [
  { label: 'Compte', cell: ({ companyName }) => companyName, width: 32 },
  { label: 'Salarié', cell: ({ name }) => name, width: 28 },
  { label: 'Visite', cell: ({ title }) => title, width: 28 },
  { label: 'À voir avant le', cell: ({ untilOn }) => day(untilOn), width: 16 },
]

/** What is due in every account, as a file. The journal of each account that is in it says so. */
export default class AccountDueExportsController {
  async index(ctx: HttpContext) {
    const { currentUser: user, request } = ctx
    const readable = accessesWith(user.accesses, 'visits').map(({ memberId }) => memberId)
    const { rows } = await asMembers(
      readable,
      async (trx) => {
        const list = await listDuesOfAccounts(trx, readable, readDueTerm(request.qs()), parisDay(now()), 1, EXPORT_CAP)
        for (const memberId of new Set(list.rows.map((row) => row.memberId))) {
          await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId, place: ctx.route!.name })
        }
        return list
      },
      user.id
    )
    await sendExport(ctx, 'echeances', COLUMNS, rows)
  }
}
