import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { readSettings } from '#core/settings'
import { orNotFound } from '#core/exceptions/refusals'
import { formatInstant } from '#shared/dates'
import { cancelVisit } from '#visits/actions/cancel_visit'
import { convocationState, isOver, showConflict } from '#visits/controllers/convocation_page'
import { findConvocation, type ConvocationPage } from '#visits/queries/find_convocation'
import { listSubstitutes } from '#visits/queries/list_substitutes'
import type { CancellationRefusal } from '#visits/rules/cancellation_window'
import { CANCELLATION_REASONS, cancellationValidator } from '#visits/validators/cancellation'

export default class CancellationsController {
  async create(ctx: HttpContext) {
    const instant = now()
    const visit = await this.#find(ctx)
    return isOver(visit, instant) ? showConflict(ctx, visit, instant) : this.#form(ctx, visit, instant)
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const { params, currentUser } = ctx
    const visit = await this.#find(ctx)
    const form = await readForm(ctx, cancellationValidator)
    if (!form.ok) {
      if (isOver(visit, instant)) return showConflict(ctx, visit, instant)
      return this.#form(ctx, visit, instant, form.error.errors)
    }
    const input = { visitId: params.id, by: { user: currentUser.id }, reason: form.value.motif }
    const cancelled = await ctx.member((trx) => cancelVisit(trx, input, instant))
    if (!cancelled.ok) return this.#refuse(ctx, cancelled.error, instant)

    const freed = `Le créneau du ${formatInstant(visit.startsAt)} est libéré.`
    flash(ctx, { state: 'fine', title: 'La visite est annulée', text: `${freed} ${toldSentence(visit)}` })
    return seeOther(ctx, `/convocations/${params.id}`)
  }

  async #refuse(ctx: HttpContext, refusal: CancellationRefusal, instant: DateTime) {
    const visit = await this.#find(ctx)
    switch (refusal.type) {
      case 'not_cancellable':
      case 'already_started':
        return showConflict(ctx, visit, instant)
      case 'too_late': {
        const { candidates, settings } = await ctx.member(async (trx) => ({
          candidates: await listSubstitutes(trx, { ...visit, employeeId: visit.employee.id }, instant),
          settings: await readSettings(trx),
        }))
        ctx.response.status(409)
        const page = { ...convocationState(visit, instant), candidates, settings, refusal }
        return ctx.view.render('visits/cancellations/refused', page)
      }
    }
  }

  #form({ view, request, response }: HttpContext, visit: ConvocationPage, instant: DateTime, errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    return view.render('visits/cancellations/create', {
      ...convocationState(visit, instant),
      errors,
      reasons: CANCELLATION_REASONS,
      motif: request.body().motif,
      toldSentence: toldSentence(visit),
    })
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return orNotFound(await member((trx) => findConvocation(trx, currentMember.id, params.id)))
  }
}

function toldSentence({ employee }: ConvocationPage) {
  return employee.email
    ? `${employee.name} recevra un message.`
    : `Prévenez ${employee.name}\u00a0: OSTRA n'a pas son adresse e-mail.`
}
