import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { sendDownload } from '#core/http/download'
import { showConflict } from '#visits/controllers/convocation_page'
import { calendarDownload } from '#visits/documents/visit_files'
import { findConvocation } from '#visits/queries/find_convocation'
import { keepsItsSlot } from '#visits/rules/visit_states'

/** The visit, for the agenda of whoever asks. */
export default class CalendarFilesController {
  async show(ctx: HttpContext) {
    const visit = orNotFound(await ctx.member((trx) => findConvocation(trx, ctx.currentMember.id, ctx.params.id)))
    if (!keepsItsSlot(visit.state)) return showConflict(ctx, visit, now())
    sendDownload(ctx, calendarDownload(visit, 'PUBLISH'))
  }
}
