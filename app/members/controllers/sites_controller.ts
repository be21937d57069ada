import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { Forbidden, orNotFound } from '#core/exceptions/refusals'
import { addSite, changeSite, closeSite } from '#members/actions/change_site'
import { findSite } from '#members/queries/find_site'
import { siteValidator } from '#members/validators/site'
import { parisDay } from '#shared/dates'

const TAKEN: Record<string, FieldError> = {
  same_name: { field: 'nom', message: 'Un autre site porte ce nom' },
  other_siren: { field: 'siret', message: "Ce SIRET est celui d'une autre entreprise\u00a0: il commence par votre SIREN" },
  same_siret: { field: 'siret', message: 'Un autre site a ce SIRET' },
}

export default class SitesController {
  async create(ctx: HttpContext) {
    refuseLimited(ctx)
    return this.#form(ctx, {})
  }

  async store(ctx: HttpContext) {
    refuseLimited(ctx)
    const form = await readForm(ctx, siteValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const added = await ctx.member((trx) => addSite(trx, { ...this.#who(ctx), ...fieldsOf(form.value) }, now()))
    if (!added.ok) return this.#form(ctx, ctx.request.body(), [TAKEN[added.error.type]!])
    flash(ctx, { state: 'fine', title: `Le site ${form.value.nom} est ajouté`, text: 'Vous pouvez y rattacher des salariés.' })
    return seeOther(ctx, '/entreprise')
  }

  async edit(ctx: HttpContext) {
    const site = await this.#find(ctx)
    return this.#form(ctx, { nom: site.name, adresse: site.addressLine, code_postal: site.postalCode, ville: site.city, siret: site.siret })
  }

  async update(ctx: HttpContext) {
    await this.#find(ctx)
    const form = await readForm(ctx, siteValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const input = { ...this.#who(ctx), ...fieldsOf(form.value), siteId: ctx.params.id as string }
    const changed = await ctx.member((trx) => changeSite(trx, input, now()))
    if (!changed.ok) return this.#form(ctx, ctx.request.body(), [TAKEN[changed.error.type]!])
    if (changed.value) flash(ctx, { state: 'fine', title: 'Le site est changé', text: "Ce qu'il était reste dans l'historique." })
    return seeOther(ctx, '/entreprise')
  }

  async close(ctx: HttpContext) {
    return this.#close(ctx, true)
  }

  async reopen(ctx: HttpContext) {
    return this.#close(ctx, false)
  }

  async #close(ctx: HttpContext, closed: boolean) {
    const site = await this.#find(ctx)
    await ctx.member((trx) => closeSite(trx, { ...this.#who(ctx), siteId: site.id, closed }, now()))
    const text = closed ? "Il n'est plus proposé pour les nouvelles entrées. Les salariés qui y sont y restent." : 'Il est de nouveau proposé.'
    flash(ctx, { state: 'fine', title: `Le site ${site.name} est ${closed ? 'fermé' : 'rouvert'}`, text })
    return seeOther(ctx, '/entreprise')
  }

  async #form(ctx: HttpContext, values: Record<string, unknown>, errors: FieldError[] = []) {
    if (errors.length > 0) ctx.response.status(422)
    return ctx.view.render('members/sites/form', { site: ctx.params.id ? await this.#find(ctx) : null, values, errors })
  }

  #who({ currentMember, currentUser }: HttpContext) {
    return { memberId: currentMember.id, userId: currentUser.id }
  }

  async #find({ currentMember, member, params }: HttpContext) {
    return orNotFound(await member((trx) => findSite(trx, currentMember.id, params.id, parisDay(now()))))
  }
}

/** Whoever sees some sites only adds none: it would not be theirs to see. */
function refuseLimited({ currentMember }: HttpContext) {
  if (currentMember.siteIds !== null) throw new Forbidden()
}

type Typed = { nom: string; adresse?: string | null; code_postal?: string | null; ville?: string | null; siret?: string | null }

function fieldsOf({ nom, adresse, code_postal: postalCode, ville, siret }: Typed) {
  return { name: nom, address_line: adresse ?? null, postal_code: postalCode ?? null, city: ville ?? null, siret: siret ?? null }
}
