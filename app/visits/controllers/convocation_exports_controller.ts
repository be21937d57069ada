import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { day, type ExportColumn } from '#core/export/table'
import { record } from '#core/journal'
import { readSettings } from '#core/settings'
import { formatTime, parisDay } from '#shared/dates'
import { listConvocations, type ConvocationRow } from '#visits/queries/list_convocations'
import { visitStateWord } from '#visits/rules/state_words'
import { readPeriod } from '#visits/validators/list_filters'

const COLUMNS: ExportColumn<ConvocationRow>[] = [
  { label: 'Salarié', cell: ({ employeeName }) => employeeName },
  { label: 'Visite', cell: ({ title }) => title, width: 36 },
  { label: 'Date', cell: ({ startsAt }) => day(parisDay(startsAt)), width: 14 },
  { label: 'Heure', cell: ({ startsAt }) => formatTime(startsAt), width: 10 },
  { label: 'Centre', cell: ({ centreName }) => centreName },
  { label: 'État', cell: ({ state }) => visitStateWord(state).label },
  { label: 'Convoquée le', cell: ({ convokedAt }) => day(parisDay(convokedAt)), width: 16 },
  { label: 'Réception confirmée le', cell: ({ acknowledgedAt }) => day(acknowledgedAt && parisDay(acknowledgedAt)), width: 22 },
  { label: "Dernier jour pour annuler", cell: ({ limit }) => day(parisDay(limit)), width: 24 },
]

/** The convocations to come, or past, as a file. */
export default class ConvocationExportsController {
  async index(ctx: HttpContext) {
    const { currentMember: member, currentUser: user } = ctx
    const period = readPeriod(ctx.request.qs())
    const rows = await ctx.member(async (trx) => {
      const { cancellation_mode: mode } = await readSettings(trx)
      const list = await listConvocations(trx, member.id, { period, page: 1, mode }, now(), EXPORT_CAP)
      await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id, place: ctx.route!.name })
      return list.rows
    })
    await sendExport(ctx, 'convocations', COLUMNS, rows)
  }
}
