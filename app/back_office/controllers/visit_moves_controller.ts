import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { moveVisit, type MoveRefusal } from '#visits'
import { slotRefusal, type RefusedSlot } from '#back_office/controllers/slot_refusal'
import { showVisit } from '#back_office/controllers/visit_page'
import { findPlannedVisit } from '#back_office/queries/find_planned_visit'
import { listProposals } from '#back_office/queries/slot_proposals'
import { slotValidator } from '#back_office/validators/planning'

export default class VisitMovesController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, slotValidator)
    if (!form.ok) return this.#form(ctx, { errors: form.error.errors })

    const slotId = (form.value.place ?? form.value.creneau)!
    const input = { visitId: ctx.params.id, slotId, staffId: ctx.staff.id }
    const moved = await asStaff((trx) => moveVisit(trx, input, now()))
    if (!moved.ok) return this.#refuse(ctx, moved.error, slotId)

    flash(ctx, {
      state: 'fine',
      title: 'La visite est déplacée',
      text: "Une nouvelle convocation part par e-mail à l'employeur et au salarié.",
    })
    return seeOther(ctx, `/admin/visites/${ctx.params.id}`)
  }

  async #refuse(ctx: HttpContext, error: MoveRefusal, slotId: string) {
    if (error.type === 'not_convoked') return showVisit(ctx, { refusal: error })
    return this.#form(ctx, { refusal: await slotRefusal(error, slotId) })
  }

  async #form(ctx: HttpContext, { errors, refusal }: { errors?: FieldError[]; refusal?: RefusedSlot } = {}) {
    const page = await asStaff(async (trx) => {
      const visit = orNotFound(await findPlannedVisit(trx, ctx.params.id))
      const facts = { centreId: visit.member.centreId, wishFrom: null, legalDeadline: visit.request?.legalDeadline ?? null }
      return { visit, proposals: await listProposals(trx, visit.kind, facts, now()) }
    })
    if (page.visit.state !== 'convoked') return showVisit(ctx, { refusal: { type: 'not_convoked' } })
    if (errors) ctx.response.status(422)
    if (refusal) ctx.response.status(409)
    return ctx.view.render('back_office/visit_moves/create', { ...page, errors, refusal })
  }
}
