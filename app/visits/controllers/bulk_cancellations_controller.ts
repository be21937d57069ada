import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readForm, type FieldError } from '#core/http/form'
import { seeOther } from '#core/htmx'
import { readSettings } from '#core/settings'
import { cancelVisit } from '#visits/actions/cancel_visit'
import { chooseFirst, readSelection } from '#visits/controllers/selection'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'
import { bulkStanding } from '#visits/rules/bulk_standing'
import { CANCELLATION_HOURS } from '#visits/rules/cancellation_window'
import { CANCELLATION_REASONS, cancellationValidator } from '#visits/validators/cancellation'

/** Several visits cancelled, each by its own limit and in its own transaction: one that is refused holds back no other. */
export default class BulkCancellationsController {
  async create(ctx: HttpContext) {
    const visits = await readSelection(ctx, ctx.request.qs().visite)
    return visits ? this.#form(ctx, visits) : chooseFirst(ctx)
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const { visite, laissee } = ctx.request.body()
    const chosen = await readSelection(ctx, visite)
    const left = (await readSelection(ctx, laissee)) ?? []
    if (!chosen) return chooseFirst(ctx)
    const form = await readForm(ctx, cancellationValidator)
    if (!form.ok) return this.#form(ctx, [...chosen, ...left], form.error.errors)

    for (const { visitId } of chosen) {
      const input = { visitId, by: { user: ctx.currentUser.id }, reason: form.value.motif }
      await ctx.member((trx) => cancelVisit(trx, input, instant))
    }
    const shown = new URLSearchParams([...chosen, ...left].map(({ visitId }): [string, string] => ['visite', visitId]))
    return seeOther(ctx, `/convocations/annulations/bilan?${shown}`)
  }

  /** What was done and what was not, read from where each visit stands: the page can be opened again. */
  async show(ctx: HttpContext) {
    const visits = await readSelection(ctx, ctx.request.qs().visite)
    if (!visits) return chooseFirst(ctx)
    const cancelled = visits.filter(({ state }) => state === 'cancelled')
    const { no_show_fee_cents: feeCents } = await ctx.member(readSettings)
    return ctx.view.render('visits/cancellations/many_done', {
      cancelled,
      kept: visits.filter(({ state }) => state !== 'cancelled'),
      unreached: cancelled.filter(({ employee }) => !employee.email),
      feeCents,
      standing: (visit: ConvocationFacts) => bulkStanding(visit, now()),
      hours: CANCELLATION_HOURS,
    })
  }

  #form({ view, request, response }: HttpContext, visits: ConvocationFacts[], errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    const standing = (visit: ConvocationFacts) => bulkStanding(visit, now())
    return view.render('visits/cancellations/many', {
      open: visits.filter((visit) => standing(visit) === 'open'),
      late: visits.filter((visit) => standing(visit) === 'too_late'),
      over: visits.filter((visit) => standing(visit) === 'over'),
      hours: CANCELLATION_HOURS,
      reasons: CANCELLATION_REASONS,
      motif: request.body().motif,
      errors,
    })
  }
}
