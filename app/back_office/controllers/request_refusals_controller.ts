import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { refuseRequest } from '#visits'
import { showRequest } from '#back_office/controllers/request_page'
import { findPlannedRequest } from '#back_office/queries/find_planned_request'
import { reasonValidator } from '#back_office/validators/planning'

export default class RequestRefusalsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, reasonValidator)
    if (!form.ok) return this.#form(ctx, form.error.errors)

    const input = { requestId: ctx.params.id, staffId: ctx.staff.id, reason: form.value.motif }
    const refused = await asStaff((trx) => refuseRequest(trx, input, now()))
    if (!refused.ok) return showRequest(ctx, refused.error)

    flash(ctx, { state: 'fine', title: 'La demande est refusée', text: "L'employeur reçoit un message avec le motif." })
    return seeOther(ctx, `/admin/demandes/${ctx.params.id}`)
  }

  async #form(ctx: HttpContext, errors?: FieldError[]) {
    const request = orNotFound(await asStaff((trx) => findPlannedRequest(trx, ctx.params.id)))
    if (request.state !== 'sent' && request.state !== 'taken') return showRequest(ctx, { type: 'wrong_state' })
    if (errors) ctx.response.status(422)
    return ctx.view.render('back_office/request_refusals/create', { request, errors, motif: ctx.request.input('motif') })
  }
}
