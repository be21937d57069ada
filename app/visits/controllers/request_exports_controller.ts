import type { HttpContext } from '@adonisjs/core/http'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { day, type ExportColumn } from '#core/export/table'
import { record } from '#core/journal'
import { formatTime, parisDay } from '#shared/dates'
import { listRequests, type RequestRow } from '#visits/queries/list_requests'
import { requestStateWord } from '#visits/rules/state_words'
import { readRequestFilters } from '#visits/validators/list_filters'

const COLUMNS: ExportColumn<RequestRow>[] = [
  { label: 'Salarié', cell: ({ employeeName }) => employeeName },
  { label: 'Rendez-vous', cell: ({ label }) => label, width: 36 },
  { label: 'État', cell: ({ state }) => requestStateWord(state).label },
  { label: 'Envoyée le', cell: ({ requestedAt }) => day(parisDay(requestedAt)), width: 16 },
  { label: 'Close le', cell: ({ closedAt }) => day(closedAt && parisDay(closedAt)), width: 16 },
  { label: 'À voir avant le', cell: ({ legalDeadline }) => day(legalDeadline), width: 16 },
  { label: 'Visite le', cell: ({ startsAt }) => day(startsAt && parisDay(startsAt)), width: 16 },
  { label: 'Heure', cell: ({ startsAt }) => startsAt && formatTime(startsAt), width: 10 },
]

/** The list of requests, with its filter, as a file. */
export default class RequestExportsController {
  async index(ctx: HttpContext) {
    const { currentMember: member, currentUser: user } = ctx
    const { states } = readRequestFilters(ctx.request.qs())
    const rows = await ctx.member(async (trx) => {
      const list = await listRequests(trx, member.id, { states, page: 1 }, EXPORT_CAP)
      await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id, place: ctx.route!.name })
      return list.rows
    })
    await sendExport(ctx, 'demandes', COLUMNS, rows)
  }
}
