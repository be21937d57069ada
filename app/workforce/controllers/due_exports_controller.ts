import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#members'
import { now } from '#core/clock'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { day, type ExportColumn } from '#core/export/table'
import { record } from '#core/journal'
import { parisDay } from '#shared/dates'
import { listDues, type DueRow } from '#workforce/queries/list_dues'
import { categoryLabel } from '#workforce/rules/categories'
import { readDueFilters } from '#workforce/validators/due_filters'

const COLUMNS: ExportColumn<DueRow>[] = [
  { label: 'Nom', cell: ({ familyName }) => familyName },
  { label: 'Prénom', cell: ({ firstName }) => firstName },
  { label: 'Poste', cell: ({ jobTitle }) => jobTitle, width: 32 },
  { label: 'Site', cell: ({ site }) => site },
  { label: 'Suivi', cell: ({ category }) => `${categoryLabel(category)} (${category})` },
  { label: 'Visite', cell: ({ label }) => label, width: 40 },
  { label: 'À voir avant le', cell: ({ untilOn }) => day(untilOn), width: 16 },
  { label: 'Article', cell: ({ articles }) => articles.join(', ') },
]

const VISITS: ExportColumn<DueRow>[] = [{ label: 'Rendez-vous le', cell: ({ startsAt }) => day(startsAt && parisDay(startsAt)), width: 16 }]

/** The due list, with its filters, as a file. */
export default class DueExportsController {
  async index(ctx: HttpContext) {
    const { currentMember: member, currentUser: user } = ctx
    const { rows } = await ctx.member(async (trx) => {
      const sites = await listSites(trx, member.id)
      const filters = readDueFilters(ctx.request.qs(), sites.map(({ id }) => id))
      const list = await listDues(trx, member.id, { ...filters, after: null }, now(), EXPORT_CAP)
      await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id, place: ctx.route!.name })
      return list
    })
    await sendExport(ctx, 'echeances', member.rights.visits === 'none' ? COLUMNS : [...COLUMNS, ...VISITS], rows)
  }
}
