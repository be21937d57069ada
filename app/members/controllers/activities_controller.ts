import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { orNotFound } from '#core/exceptions/refusals'
import { changeCompany } from '#members/actions/change_company'
import { findCompany } from '#members/queries/find_company'
import { NOMENCLATURES, nomenclatureLabel, nomenclatureOn, searchNaf } from '#members/rules/naf'
import { activityValidator } from '#members/validators/company'
import { parisDay } from '#shared/dates'

/** What the company does: its NAF code and the nomenclature that gives it. */
export default class ActivitiesController {
  async edit(ctx: HttpContext) {
    const company = orNotFound(await ctx.member((trx) => findCompany(trx, ctx.currentMember.id)))
    const asked = String(ctx.request.qs().code ?? '')
    const values = asked ? { code_naf: asked, nomenclature: 'rev2' } : { code_naf: company.nafCode, nomenclature: company.nafNomenclature }
    return this.#form(ctx, values)
  }

  async update(ctx: HttpContext) {
    const form = await readForm(ctx, activityValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const { code_naf: code, nomenclature } = form.value
    const input = {
      memberId: ctx.currentMember.id,
      userId: ctx.currentUser.id,
      fields: { naf_code: code, naf_nomenclature: nomenclature },
    }
    const changed = await ctx.member((trx) => changeCompany(trx, input, now()))
    if (changed) flash(ctx, { state: 'fine', title: "L'activité est changée", text: "L'ancien code reste dans l'historique." })
    return seeOther(ctx, '/entreprise')
  }

  #form({ request, response, view }: HttpContext, values: Record<string, unknown>, errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    const search = String(request.qs().q ?? '').slice(0, 100)
    return view.render('members/activities/edit', {
      ...{ values, errors, search },
      found: searchNaf(search),
      nomenclatures: NOMENCLATURES.map((value) => ({ value, label: nomenclatureLabel(value) })),
      current: nomenclatureLabel(nomenclatureOn(parisDay(now()))),
    })
  }
}
