import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { orNotFound } from '#core/exceptions/refusals'
import { formatInstant } from '#shared/dates'
import { takeOtherDate, type OtherDateRefusal } from '#visits/actions/take_other_date'
import { convocationState, isOver, showConflict } from '#visits/controllers/convocation_page'
import { findConvocation, type ConvocationPage } from '#visits/queries/find_convocation'
import { listOtherDates } from '#visits/queries/list_other_dates'
import { otherDateRefusalMessage, otherDateValidator } from '#visits/validators/other_date'

type Shown = { errors?: FieldError[]; refusal?: string }

/** Another date for a visit, at once, as long as it could be cancelled. */
export default class OtherDatesController {
  async create(ctx: HttpContext) {
    const instant = now()
    return this.#show(ctx, await this.#find(ctx), instant)
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const visit = await this.#find(ctx)
    const form = await readForm(ctx, otherDateValidator)
    if (!form.ok) return this.#show(ctx, visit, instant, { errors: form.error.errors })
    const { creneau: slotId, convocation: sequence } = form.value
    const input = { visitId: visit.visitId, slotId, sequence, userId: ctx.currentUser.id }
    const taken = await ctx.member((trx) => takeOtherDate(trx, input, instant))
    if (!taken.ok) return this.#refuse(ctx, taken.error, instant)

    const after = await this.#find(ctx)
    const text = `La date précédente ne tient plus. ${after.employee.email ? 'Chacun reçoit un message.' : `Prévenez ${after.employee.name}\u00a0: OSTRA n'a pas son adresse e-mail.`}`
    flash(ctx, { state: 'fine', title: `Nouvelle date\u00a0: ${formatInstant(after.startsAt)}`, text })
    return seeOther(ctx, `/convocations/${after.visitId}`)
  }

  async #refuse(ctx: HttpContext, error: OtherDateRefusal, instant: DateTime) {
    const visit = await this.#find(ctx)
    switch (error.type) {
      case 'not_convoked':
      case 'not_cancellable':
      case 'already_started':
        return showConflict(ctx, visit, instant)
      case 'too_late':
        return this.#tooLate(ctx, visit, instant, { kept: true })
      default:
        return this.#show(ctx, visit, instant, { refusal: otherDateRefusalMessage(error.type) })
    }
  }

  async #show(ctx: HttpContext, visit: ConvocationPage, instant: DateTime, { errors = [], refusal }: Shown = {}) {
    if (isOver(visit, instant)) return showConflict(ctx, visit, instant)
    if (instant >= visit.limit) return this.#tooLate(ctx, visit, instant, { kept: false })
    if (errors.length > 0) ctx.response.status(422)
    if (refusal) ctx.response.status(409)
    const { proposals, deadline } = await ctx.member((trx) => listOtherDates(trx, { ...visit, id: visit.visitId }, instant))
    const chosen = ctx.request.body().creneau
    return ctx.view.render('visits/other_dates/create', { ...convocationState(visit, instant), proposals, deadline, errors, refusal, chosen })
  }

  #tooLate({ response, view }: HttpContext, visit: ConvocationPage, instant: DateTime, { kept }: { kept: boolean }) {
    response.status(409)
    return view.render('visits/other_dates/refused', { ...convocationState(visit, instant), kept })
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return orNotFound(await member((trx) => findConvocation(trx, currentMember.id, params.id)))
  }
}
