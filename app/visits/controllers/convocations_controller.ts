import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { listAddress, readPage } from '#core/http/list_address'
import { seeOther } from '#core/htmx'
import { readSettings } from '#core/settings'
import { orNotFound } from '#core/exceptions/refusals'
import { parisDay } from '#shared/dates'
import { convocationState } from '#visits/controllers/convocation_page'
import { findConvocation } from '#visits/queries/find_convocation'
import { listConvocations } from '#visits/queries/list_convocations'
import { PAGE_SIZE } from '#visits/queries/list_requests'
import { visitStateWord } from '#visits/rules/state_words'
import { readPeriod } from '#visits/validators/list_filters'

export default class ConvocationsController {
  async index(ctx: HttpContext) {
    const instant = now()
    const query = ctx.request.qs()
    const period = readPeriod(query)
    const page = readPage(query)
    const address = (number: number) =>
      listAddress('/convocations', { periode: period === 'passees' ? period : null, page: number })
    const { rows, total } = await ctx.member(async (trx) => {
      const { cancellation_mode: mode } = await readSettings(trx)
      return listConvocations(trx, ctx.currentMember.id, { period, page, mode }, instant)
    })
    if (rows.length === 0 && page > 1) return seeOther(ctx, address(1))

    return ctx.view.render('visits/convocations/index', {
      rows,
      total,
      period,
      page,
      pageSize: PAGE_SIZE,
      pageAddress: address,
      now: instant,
      today: parisDay(instant),
      mayWrite: ctx.currentMember.rights.visits === 'write',
      stateWord: visitStateWord,
    })
  }

  async show({ params, view, member, currentMember: { id, rights } }: HttpContext) {
    const visit = orNotFound(await member((trx) => findConvocation(trx, id, params.id)))
    return view.render('visits/convocations/show', {
      ...convocationState(visit, now()),
      mayWrite: rights.visits === 'write',
    })
  }
}
