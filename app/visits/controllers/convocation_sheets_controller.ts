import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { sendDownload } from '#core/http/download'
import { readIds } from '#core/http/ids'
import { seeOther } from '#core/htmx'
import { record } from '#core/journal'
import { showConflict } from '#visits/controllers/convocation_page'
import { convocationsPdf } from '#visits/documents/convocations_pdf'
import { findConvocation } from '#visits/queries/find_convocation'
import { listOwnConvocations } from '#visits/queries/list_own_convocations'
import { keepsItsSlot } from '#visits/rules/visit_states'

/** In one PDF. */
const SHEETS_AT_MOST = 100

/** The sheets that an employer hands over or posts: of one convocation, or of many in one PDF. */
export default class ConvocationSheetsController {
  async show(ctx: HttpContext) {
    return this.#send(ctx, [ctx.params.id], now())
  }

  async index(ctx: HttpContext) {
    const ids = readIds(ctx.request.qs().visite)
    if (ids.length > 0 && ids.length <= SHEETS_AT_MOST) return this.#send(ctx, ids, now())
    const title = ids.length === 0 ? 'Aucune convocation choisie' : 'Trop de convocations à la fois'
    flash(ctx, { state: 'soon', title, text: `Cochez de 1 à ${SHEETS_AT_MOST}\u00a0convocations, puis demandez le PDF.` })
    return seeOther(ctx, '/convocations')
  }

  // All of them or none: whoever posts eleven sheets for twelve may not notice it.
  async #send(ctx: HttpContext, ids: string[], instant: DateTime) {
    const { member, currentMember, currentUser } = ctx
    const { all, gone } = await member(async (trx) => {
      const own = orNotFound(await listOwnConvocations(trx, currentMember.id, ids))
      const first = own.find(({ state }) => !keepsItsSlot(state))
      if (first) return { all: own, gone: await findConvocation(trx, currentMember.id, first.visitId) }
      const entry = { actor: { kind: 'user', id: currentUser.id }, event: 'convocation.downloaded', memberId: currentMember.id } as const
      for (const id of ids) await record(trx, { ...entry, subjectId: id })
      return { all: own, gone: null }
    })
    if (gone) return showConflict(ctx, gone, instant)
    sendDownload(ctx, await convocationsPdf(all, instant))
  }
}
