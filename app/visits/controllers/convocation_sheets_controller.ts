import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { NotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { sendDownload } from '#core/http/download'
import { readIds } from '#core/http/ids'
import { seeOther } from '#core/htmx'
import { record } from '#core/journal'
import { showConflict } from '#visits/controllers/convocation_page'
import { convocationsPdf } from '#visits/documents/convocations_pdf'
import { listConvocationFacts } from '#visits/queries/convocation_facts'
import { findConvocation } from '#visits/queries/find_convocation'
import { keepsItsSlot } from '#visits/rules/visit_states'

/** Convocations in one PDF. */
const SHEETS_AT_MOST = 100

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
    const { currentMember, currentUser } = ctx
    const { all, dropped } = await ctx.member(async (trx) => {
      const facts = await listConvocationFacts(trx, ids)
      const ours = facts.filter(({ member, visibleToMember }) => member.id === currentMember.id && visibleToMember)
      if (ours.length !== ids.length) throw new NotFound()
      const gone = ours.find(({ state }) => !keepsItsSlot(state))
      if (gone) return { all: ours, dropped: await findConvocation(trx, currentMember.id, gone.visitId) }
      const actor = { kind: 'user', id: currentUser.id } as const
      for (const id of ids) await record(trx, { actor, event: 'convocation.downloaded', memberId: currentMember.id, subjectId: id })
      return { all: ours, dropped: null }
    })
    if (dropped) return showConflict(ctx, dropped, instant)
    sendDownload(ctx, { type: 'application/pdf', ...(await convocationsPdf(all, instant)) })
  }
}
