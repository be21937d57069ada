import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { isResumed } from '#core/http/kept_form'
import { chooseItems } from '#imports/actions/choose_items'
import { applyImport } from '#imports/actions/decide_import'
import { pageChoice } from '#imports/controllers/import_choices_controller'
import { showImport } from '#imports/controllers/import_page'
import { senderOf } from '#imports/controllers/sender'
import { findImport } from '#imports/queries/find_import'

/** Applies an import, with the boxes as they stand on the page. */
export default class ImportApplicationsController {
  async store(ctx: HttpContext) {
    const { memberId, userId } = senderOf(ctx)
    if (isResumed(ctx)) return showImport(ctx)
    const done = await ctx.member(async (trx) => {
      const { id: importId } = orNotFound(await findImport(trx, memberId, ctx.params.id))
      await chooseItems(trx, importId, pageChoice(ctx))
      return applyImport(trx, { importId, memberId, userId }, now())
    })
    if (done) return seeOther(ctx, `/salaries/import/${ctx.params.id}`)
    ctx.response.status(409)
    return showImport(ctx)
  }
}
