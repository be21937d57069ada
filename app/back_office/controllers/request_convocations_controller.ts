import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { NotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { planRequest, type PlanRefusal } from '#visits'
import { showRequest } from '#back_office/controllers/request_page'
import { slotRefusal, type RefusedSlot } from '#back_office/controllers/slot_refusal'
import { findPlannedRequest } from '#back_office/queries/find_planned_request'
import { readConvocation } from '#back_office/queries/convocation'
import { slotValidator } from '#back_office/validators/planning'

/** Gives a request its slot: the convocation that follows is the workflow's. */
export default class RequestConvocationsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, slotValidator)
    if (!form.ok) return this.#form(ctx, { errors: form.error.errors })

    const slotId = (form.value.place ?? form.value.creneau)!
    const input = { requestId: ctx.params.id, slotId, staffId: ctx.staff.id }
    const planned = await asStaff((trx) => planRequest(trx, input, now()))
    if (!planned.ok) return this.#refuse(ctx, planned.error, slotId)

    flash(ctx, {
      state: 'fine',
      title: 'La visite est planifiée',
      text: "La convocation part par e-mail à l'employeur et au salarié.",
    })
    return seeOther(ctx, `/admin/visites/${planned.value.visitId}`)
  }

  async #refuse(ctx: HttpContext, error: PlanRefusal, slotId: string) {
    if (error.type === 'wrong_state' || error.type === 'nothing_due') return showRequest(ctx, error)
    return this.#form(ctx, { refusal: await slotRefusal(error, slotId) })
  }

  async #form(ctx: HttpContext, { errors, refusal }: { errors?: FieldError[]; refusal?: RefusedSlot } = {}) {
    const convocation = await asStaff(async (trx) => {
      const found = await readConvocation(trx, ctx.params.id, now())
      if (!found && !(await findPlannedRequest(trx, ctx.params.id))) throw new NotFound()
      return found
    })
    if (!convocation) return showRequest(ctx, { type: 'wrong_state' })
    if (convocation.visitLabel === null) return showRequest(ctx, { type: 'nothing_due' })
    if (errors) ctx.response.status(422)
    if (refusal) ctx.response.status(409)
    return ctx.view.render('back_office/request_convocations/create', { ...convocation, errors, refusal })
  }
}
