import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { orNotFound } from '#core/exceptions/refusals'
import { changeAccess } from '#identity/actions/change_access'
import { showAccess } from '#identity/controllers/access_page'
import { readTerms, termsPage } from '#identity/controllers/terms_form'
import { listAccesses } from '#identity/queries/list_accesses'
import { listInvitations } from '#identity/queries/list_invitations'
import { accessStateWord } from '#identity/rules/access_state'
import { invitationStateWord } from '#identity/rules/invitations'
import { administers, allows } from '#identity/rules/rights'
import { accessTermsValidator, fieldsOf } from '#identity/validators/access_terms'
import { listSites } from '#members'
import { parisDay } from '#shared/dates'

/** Gestion des accès: who may enter the account, for what, where, until when. */
export default class AccessesController {
  async index(ctx: HttpContext) {
    const { id, rights, holder } = ctx.currentMember
    const { accesses, invitations } = await ctx.member(async (trx) => ({
      accesses: await listAccesses(trx, id, parisDay(now())),
      invitations: await listInvitations(trx, id, now()),
    }))
    return ctx.view.render('identity/accesses/index', {
      accesses,
      invitations,
      accessStateWord,
      invitationStateWord,
      userId: ctx.currentUser.id,
      mayWrite: allows(rights, 'access', 'write'),
      mayHandOver: holder && accesses.some((one) => !one.holder && administers(one.rights)),
    })
  }

  async show(ctx: HttpContext) {
    return showAccess(ctx)
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async update(ctx: HttpContext) {
    const form = await readForm(ctx, accessTermsValidator)
    const terms = await readTerms(ctx, form.ok ? form.value : null)
    if (!form.ok) return this.#form(ctx, form.error.errors)
    if (!terms!.ok) return this.#form(ctx, [terms!.error])

    const asked = { memberId: ctx.currentMember.id, accessId: ctx.params.id, userId: ctx.currentUser.id, terms: terms!.value }
    const changed = await ctx.member((trx) => changeAccess(trx, asked, now()))
    if (!changed.ok) return showAccess(ctx, changed.error)
    flash(ctx, { state: 'fine', title: "L'accès est changé", text: 'Cela vaut dès la prochaine page que cette personne ouvre.' })
    return seeOther(ctx, `/acces/${ctx.params.id}`)
  }

  async #form(ctx: HttpContext, errors?: FieldError[]) {
    const { id } = ctx.currentMember
    const { access, sites } = await ctx.member(async (trx) => ({
      access: orNotFound((await listAccesses(trx, id, parisDay(now()))).find((one) => one.id === ctx.params.id)),
      sites: await listSites(trx, id),
    }))
    const { siteIds, endsOn, rights } = access
    const stored = { ...fieldsOf(rights), etendue: siteIds ? 'certains' : 'tous', sites: siteIds ?? [], fin: endsOn }
    if (errors) ctx.response.status(422)
    return ctx.view.render('identity/accesses/edit', { access, errors, ...termsPage(ctx, sites, errors ? undefined : stored) })
  }
}
