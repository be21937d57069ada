import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { orNotFound } from '#core/exceptions/refusals'
import { changeCompany } from '#members/actions/change_company'
import { findCompany } from '#members/queries/find_company'
import { addressValidator } from '#members/validators/company'

export default class AddressesController {
  async edit(ctx: HttpContext) {
    const company = orNotFound(await ctx.member((trx) => findCompany(trx, ctx.currentMember.id)))
    return this.#form(ctx, { adresse: company.addressLine, code_postal: company.postalCode, ville: company.city })
  }

  async update(ctx: HttpContext) {
    const form = await readForm(ctx, addressValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const { adresse, code_postal: postalCode, ville } = form.value
    const input = {
      memberId: ctx.currentMember.id,
      userId: ctx.currentUser.id,
      fields: { address_line: adresse, postal_code: postalCode, city: ville },
    }
    const changed = await ctx.member((trx) => changeCompany(trx, input, now()))
    if (changed) flash(ctx, { state: 'fine', title: "L'adresse est changée", text: "L'ancienne reste dans l'historique." })
    return seeOther(ctx, '/entreprise')
  }

  #form({ response, view }: HttpContext, values: Record<string, unknown>, errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    return view.render('members/addresses/edit', { values, errors })
  }
}
