import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { asStaff } from '#core/tenants'
import { settleChange } from '#back_office/actions/settle_change'
import { findCalendarChange } from '#back_office/queries/find_calendar_change'

/** What was done of each visit that a change of the calendar touched. */
export default class OpeningChangesController {
  async show({ params, view }: HttpContext) {
    const change = orNotFound(await asStaff((trx) => findCalendarChange(trx, params.id)))
    return view.render('back_office/openings/change', { change })
  }

  /** Takes up a change that the machine left half way. */
  async resume(ctx: HttpContext) {
    const { id } = orNotFound(await asStaff((trx) => findCalendarChange(trx, ctx.params.id)))
    await settleChange(id, ctx.staff.id, now())
    return seeOther(ctx, `/admin/changements/${id}`)
  }
}
