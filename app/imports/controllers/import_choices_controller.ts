import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { readIds } from '#core/http/ids'
import { chooseItems, type Choice } from '#imports/actions/choose_items'
import { itemAddress, sectionOf, showImport } from '#imports/controllers/import_page'
import { senderOf } from '#imports/controllers/sender'
import { findImport } from '#imports/queries/find_import'

/** Accepts and leaves out what an import would do: the boxes of a page, or a whole section. */
export default class ImportChoicesController {
  async store(ctx: HttpContext) {
    const { memberId } = senderOf(ctx)
    const section = sectionOf(ctx.request.input('section'))
    const all = { accepter: true, laisser: false }[String(ctx.request.input('tout'))]
    if (!section) return showImport(ctx, { errors: [{ field: '', message: "Choisissez une partie de l'import" }] })
    const choice: Choice = all === undefined ? pageChoice(ctx) : { section, all }

    const done = await ctx.member(async (trx) => {
      const { id } = orNotFound(await findImport(trx, memberId, ctx.params.id))
      return chooseItems(trx, id, choice)
    })
    if (done) return seeOther(ctx, itemAddress(ctx.params.id, section, Number(ctx.request.input('page')) || 1))
    ctx.response.status(409)
    return showImport(ctx)
  }
}

/** The boxes of a page: those shown, and those of them that are ticked. */
export function pageChoice({ request }: HttpContext): Choice {
  return { shown: readIds(request.input('montre')), accepted: readIds(request.input('accepte')) }
}
