import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { waiveFirstVisit } from '#follow_up'
import { showFollowUp } from '#back_office/controllers/follow_up_page'
import { waiverError, waiverValidator } from '#back_office/validators/health'

/** The health team waives a first visit for one held before the hiring (R4624-15, R4624-27). */
export default class VisitWaiversController {
  async store(ctx: HttpContext) {
    const form = await readForm(ctx, waiverValidator)
    if (!form.ok) return showFollowUp(ctx, form.error.errors)

    const input = { employeeId: ctx.params.id, heldOn: form.value.visite, staffId: ctx.staff.id }
    const waived = await asStaff((trx) => waiveFirstVisit(trx, input, now()))
    if (!waived.ok) {
      const error = waiverError(waived.error)
      return error ? showFollowUp(ctx, [error]) : showFollowUp(ctx, [{ field: 'visite', message: "Aucune première visite n'est due" }], 409)
    }
    flash(ctx, { state: 'fine', title: 'La première visite est dispensée', text: 'La visite suivante est comptée depuis celle que vous avez indiquée.' })
    return seeOther(ctx, `/admin/salaries/${ctx.params.id}/suivi`)
  }
}
