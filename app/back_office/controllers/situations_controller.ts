import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { noteSituation } from '#follow_up'
import { showFollowUp } from '#back_office/controllers/follow_up_page'
import { situationError, situationValidator } from '#back_office/validators/health'

/** The health team notes a situation that adapts the follow-up or sends to the doctor: the employer never sees it. */
export default class SituationsController {
  async store(ctx: HttpContext) {
    const form = await readForm(ctx, situationValidator)
    if (!form.ok) return showFollowUp(ctx, form.error.errors)

    const { situation: code, debut: from, fin: to = null } = form.value
    const noted = await asStaff((trx) => noteSituation(trx, { employeeId: ctx.params.id, code, from, to, staffId: ctx.staff.id }, now()))
    if (!noted.ok) return showFollowUp(ctx, [situationError(noted.error)])
    flash(ctx, { state: 'fine', title: 'La situation est notée', text: "Les échéances sont recalculées. L'employeur n'en voit pas la raison." })
    return seeOther(ctx, `/admin/salaries/${ctx.params.id}/suivi`)
  }
}
