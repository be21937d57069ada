import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { orNotFound } from '#core/exceptions/refusals'
import { formatInstant } from '#shared/dates'
import { substituteVisit } from '#visits/actions/substitute_visit'
import { convocationState, isOver, showConflict } from '#visits/controllers/convocation_page'
import { findConvocation } from '#visits/queries/find_convocation'
import { listSubstitutes } from '#visits/queries/list_substitutes'
import { substitutionRefusalMessage, substitutionValidator } from '#visits/validators/substitution'

export default class SubstitutionsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, now())
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const { params, currentUser } = ctx
    const visit = await this.#find(ctx)
    const form = await readForm(ctx, substitutionValidator)
    if (!form.ok) return this.#form(ctx, instant, { errors: form.error.errors })
    const input = { visitId: params.id, employeeId: form.value.remplacant, userId: currentUser.id }
    const substituted = await ctx.member((trx) => substituteVisit(trx, input, instant))
    if (!substituted.ok) {
      ctx.response.status(409)
      return this.#form(ctx, instant, { refusal: substitutionRefusalMessage(substituted.error) })
    }
    const text = `Le créneau du ${formatInstant(visit.startsAt)} a changé de main. Chacun reçoit un message.`
    flash(ctx, { state: 'fine', title: `${visit.employee.name} laisse sa place`, text })
    return seeOther(ctx, `/convocations/${substituted.value.visitId}`)
  }

  async #form(
    ctx: HttpContext,
    instant: DateTime,
    state: { errors?: FieldError[]; refusal?: string } = {}
  ) {
    if (state.errors?.length) ctx.response.status(422)
    const visit = await this.#find(ctx)
    if (isOver(visit, instant)) return showConflict(ctx, visit, instant)
    const candidates = await ctx.member((trx) => listSubstitutes(trx, { ...visit, employeeId: visit.employee.id }, instant))
    const page = { ...convocationState(visit, instant), candidates, chosen: ctx.request.body().remplacant, ...state }
    return ctx.view.render('visits/substitutions/create', page)
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return orNotFound(await member((trx) => findConvocation(trx, currentMember.id, params.id)))
  }
}
