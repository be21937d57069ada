import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { isResumed } from '#core/http/kept_form'
import { seeOther } from '#core/htmx'
import { counted } from '#shared/wording'
import { acknowledgeVisit } from '#visits/actions/acknowledge_visit'
import { chooseFirst, readSelection } from '#visits/controllers/selection'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'
import { bulkStanding } from '#visits/rules/bulk_standing'

/** The reception of several convocations, said at once. */
export default class BulkAcknowledgementsController {
  async create(ctx: HttpContext) {
    const visits = await readSelection(ctx, ctx.request.qs().visite)
    return visits ? this.#form(ctx, visits) : chooseFirst(ctx)
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const visits = await readSelection(ctx, ctx.request.body().visite)
    if (!visits) return chooseFirst(ctx)
    if (isResumed(ctx)) return this.#form(ctx, visits)
    let first = 0
    let left = 0
    for (const { visitId } of visits) {
      const said = await ctx.member((trx) => acknowledgeVisit(trx, { visitId, userId: ctx.currentUser.id }, instant))
      if (!said.ok) left++
      else if (said.value.first) first++
    }
    const already = visits.length - first - left
    const text = [
      already > 0 && `${counted(already, 'était déjà confirmée', 'étaient déjà confirmées')}.`,
      left > 0 && `${counted(left, 'visite a commencé ou ne tient plus', 'visites ont commencé ou ne tiennent plus')}\u00a0: rien n'a changé pour ${left > 1 ? 'elles' : 'elle'}.`,
    ]
    const title = first > 0 ? counted(first, 'réception confirmée', 'réceptions confirmées') : 'Aucune nouvelle réception à confirmer'
    flash(ctx, { state: left > 0 ? 'soon' : 'fine', title, text: text.filter(Boolean).join(' ') || 'OSTRA sait que vous avez lu ces convocations.' })
    return seeOther(ctx, '/convocations')
  }

  #form({ view }: HttpContext, visits: ConvocationFacts[]) {
    const waiting = visits.filter((visit) => bulkStanding(visit, now()) !== 'over' && !visit.acknowledgedAt)
    return view.render('visits/convocations/acknowledge_many', { waiting, others: visits.length - waiting.length })
  }
}
