import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { cancelVisit } from '#visits'
import { showVisit } from '#back_office/controllers/visit_page'
import { findPlannedVisit } from '#back_office/queries/find_planned_visit'
import { reasonValidator } from '#back_office/validators/planning'

/** OSTRA cancels a visit, also after the employer's limit, as long as it has not begun. */
export default class VisitCancellationsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, reasonValidator)
    if (!form.ok) return this.#form(ctx, form.error.errors)

    const input = { visitId: ctx.params.id, by: { staff: ctx.staff.id }, reason: form.value.motif }
    const cancelled = await asStaff((trx) => cancelVisit(trx, input, now()))
    if (!cancelled.ok) return showVisit(ctx, { refusal: { type: await this.#why(ctx) } })

    flash(ctx, {
      state: 'fine',
      title: 'La visite est annulée',
      text: "Le créneau est libre, l'employeur et le salarié reçoivent un message.",
    })
    return seeOther(ctx, `/admin/visites/${ctx.params.id}`)
  }

  async #why({ params }: HttpContext) {
    const visit = orNotFound(await asStaff((trx) => findPlannedVisit(trx, params.id)))
    return visit.state === 'convoked' ? 'started' : 'not_convoked'
  }

  async #form(ctx: HttpContext, errors?: FieldError[]) {
    const visit = orNotFound(await asStaff((trx) => findPlannedVisit(trx, ctx.params.id)))
    if (visit.state !== 'convoked') return showVisit(ctx, { refusal: { type: 'not_convoked' } })
    if (visit.startsAt <= now()) return showVisit(ctx, { refusal: { type: 'started' } })
    if (errors) ctx.response.status(422)
    return ctx.view.render('back_office/visit_cancellations/create', { visit, errors, motif: ctx.request.input('motif') })
  }
}
