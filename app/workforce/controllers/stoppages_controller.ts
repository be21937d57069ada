import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm } from '#core/http/form'
import type { Trx } from '#core/tenants'
import { addDays, formatDay, parisDay } from '#shared/dates'
import type { Result } from '#shared/result'
import { correctStoppage, recordStoppage, withdrawStoppage, type StoppageFacts } from '#workforce/actions/record_stoppage'
import { takeStep } from '#workforce/controllers/change_steps'
import { findPerson, showStoppages, typedOf, type StoppagePage } from '#workforce/controllers/stoppage_page'
import { findStoppage } from '#workforce/queries/list_stoppages'
import type { StoppageRefusal } from '#workforce/rules/stoppage_days'
import { stoppageError, stoppageOf, stoppageValidator } from '#workforce/validators/stoppage'
import { stoppageSentence } from '#workforce/controllers/stoppage_sentence'

const REASON = 'Salarié en arrêt de travail'

type Write = (trx: Trx, stoppage: StoppageFacts) => Promise<Result<{ stoppageId: string }, StoppageRefusal>>

export default class StoppagesController {
  async index(ctx: HttpContext) {
    const { stoppages } = await findPerson(ctx)
    const former = stoppages.find(({ id }) => id === ctx.request.input('prolonge'))
    return showStoppages(ctx, { values: former ? typedOf({ ...former, firstDay: addDays(former.lastDay, 1) }, ['origine', 'premier_jour']) : {} })
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const who = { memberId: ctx.currentMember.id, employeeId: ctx.params.id, by: { user: ctx.currentUser.id } }
    return this.#take(ctx, {}, (trx, stoppage) => recordStoppage(trx, { ...who, stoppage }, instant), instant)
  }

  async edit(ctx: HttpContext) {
    const corrected = await this.#find(ctx)
    return showStoppages(ctx, { corrected, values: typedOf(corrected) })
  }

  async update(ctx: HttpContext) {
    const instant = now()
    const corrected = await this.#find(ctx)
    const who = { memberId: ctx.currentMember.id, stoppageId: corrected.id, by: { user: ctx.currentUser.id } }
    return this.#take(ctx, { corrected }, (trx, stoppage) => correctStoppage(trx, { ...who, stoppage }, instant), instant)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await this.#find(ctx)
    await ctx.member((trx) => withdrawStoppage(trx, { memberId: ctx.currentMember.id, stoppageId: id, by: { user: ctx.currentUser.id } }, now()))
    flash(ctx, { state: 'fine', title: "L'arrêt est retiré", text: 'Il ne compte plus. Les dates des visites sont recalculées.' })
    return seeOther(ctx, `/salaries/${ctx.params.id}/arrets`)
  }

  async #take(ctx: HttpContext, page: Pick<StoppagePage, 'corrected'>, write: Write, instant: DateTime) {
    const { employee } = await findPerson(ctx)
    const values = ctx.request.body()
    const form = await readForm(ctx, stoppageValidator, { today: parisDay(instant) })
    if (!form.ok) return showStoppages(ctx, { ...page, values, errors: form.error.errors })
    const stoppage = stoppageOf(form.value)
    const { firstDay, lastDay, returnOn } = stoppage
    const until = returnOn && returnOn <= lastDay ? addDays(returnOn, -1) : lastDay

    const step = await takeStep(
      ctx,
      {
        employeeId: employee.id,
        change: (trx) => write(trx, stoppage),
        touching: () => ({ type: 'stoppage', firstDay, lastDay: until }),
        reason: REASON,
        movedFrom: addDays(until, 1),
      },
      instant
    )
    if (!step.ok) {
      const { error } = step
      if (error.type === 'refused') return showStoppages(ctx, { ...page, values, errors: [stoppageError(error.why)] })
      if (error.type === 'foreseen') return showStoppages(ctx, { ...page, values, foreseen: error.foreseen })
      return showStoppages(ctx, { ...page, values, foreseen: error.foreseen, errors: error.errors, status: error.conflict ? 409 : 422 })
    }
    const text = `Du ${formatDay(firstDay)} au ${formatDay(lastDay)}. ${stoppageSentence(step.value.foreseen)}`
    flash(ctx, { state: 'fine', title: "L'arrêt est enregistré", text })
    return seeOther(ctx, `/salaries/${employee.id}/arrets`)
  }

  async #find(ctx: HttpContext) {
    const { employee } = await findPerson(ctx)
    const stoppage = orNotFound(await ctx.member((trx) => findStoppage(trx, ctx.currentMember.id, ctx.params.arret)))
    return orNotFound(stoppage.employeeId === employee.id ? stoppage : null)
  }
}
