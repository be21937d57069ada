import type { HttpContext } from '@adonisjs/core/http'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { day, type ExportColumn } from '#core/export/table'
import { record } from '#core/journal'
import { formatTime, parisDay } from '#shared/dates'
import { listJournal, SHOWN_ACTS, type JournalRow } from '#identity/queries/list_journal'
import { readJournalAddress } from '#identity/rules/journal_filters'

const COLUMNS: ExportColumn<JournalRow>[] = [
  { label: 'Date', cell: ({ at }) => day(parisDay(at)), width: 14 },
  { label: 'Heure', cell: ({ at }) => formatTime(at), width: 10 },
  { label: 'Qui', cell: ({ actor }) => actor },
  { label: 'Acte', cell: ({ act }) => act, width: 48 },
  { label: 'Concerne', cell: ({ subject }) => subject?.text ?? null, width: 48 },
]

/** The journal with its filters, as a file. */
export default class JournalExportsController {
  async index(ctx: HttpContext) {
    const { currentMember: member, currentUser: user } = ctx
    const filters = { ...readJournalAddress(ctx.request.qs(), SHOWN_ACTS), avant: null, apres: null }
    const rows = await ctx.member(async (trx) => {
      const list = await listJournal(trx, { memberId: member.id, rights: member.rights, ...filters }, EXPORT_CAP)
      await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id, place: ctx.route!.name })
      return list.rows
    })
    await sendExport(ctx, 'journal', COLUMNS, rows)
  }
}
