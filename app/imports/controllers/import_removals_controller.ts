import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { dropImport } from '#imports/actions/decide_import'
import { showImport } from '#imports/controllers/import_page'
import { senderOf } from '#imports/controllers/sender'

/** Drops an import: nothing of the file is applied or kept. */
export default class ImportRemovalsController {
  async store(ctx: HttpContext) {
    const { memberId, userId } = senderOf(ctx)
    const done = await ctx.member((trx) => dropImport(trx, { importId: ctx.params.id, memberId, userId }, now()))
    if (done) {
      flash(ctx, { state: 'fine', title: "L'import est abandonné", text: "Rien du fichier n'a été appliqué ni gardé." })
      return seeOther(ctx, '/salaries/import')
    }
    ctx.response.status(409)
    return showImport(ctx)
  }
}
