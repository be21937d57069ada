import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { openFirstAccess } from '#identity/actions/open_first_access'
import { keepSecret, unusableLink } from '#identity/controllers/link_pages'
import { knowDevice } from '#identity/devices/know_device'
import { findUsableLink, type UsableLink } from '#identity/queries/find_usable_link'
import { faultsOfPassword } from '#identity/rules/password_faults'
import { passwordResetValidator } from '#identity/validators/password_reset'
import { ok, refuse, type Result } from '#shared/result'
import { ofName } from '#shared/wording'

/** The link of a first access: GET shows, only the form's POST uses it. */
export default class FirstAccessesController {
  async create(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await this.#find(ctx)
    return link ? this.#show(ctx, link) : this.#unusable(ctx)
  }

  async store(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await this.#find(ctx)
    if (!link) return this.#unusable(ctx)
    const chosen = await this.#readPassword(ctx, link)
    if (!chosen.ok) {
      ctx.response.status(422)
      return this.#show(ctx, link, chosen.error.errors)
    }
    const opened = await openFirstAccess({ token: ctx.params.token, password: chosen.value }, now())
    if (!opened.ok) return this.#unusable(ctx)

    await knowDevice(ctx, opened.value.userId, now())
    const text = chosen.value === null ? 'Connectez-vous avec votre mot de passe habituel.' : 'Connectez-vous avec le mot de passe que vous venez de choisir.'
    flash(ctx, { state: 'fine', title: `Le compte ${ofName(link.member!.name)} est ouvert`, text })
    return seeOther(ctx, '/connexion')
  }

  #find({ params }: HttpContext) {
    return findUsableLink(params.token, 'first_access', now())
  }

  /** The password chosen; null for somebody who has one already. */
  async #readPassword(ctx: HttpContext, link: UsableLink): Promise<Result<string | null, { type: 'invalid'; errors: FieldError[] }>> {
    if (link.hasPassword) return ok(null)
    const form = await readForm(ctx, passwordResetValidator)
    if (!form.ok) return form
    const errors = faultsOfPassword(form.value, [link.email, link.name, link.member!.name, link.member!.number])
    return errors.length > 0 ? refuse({ type: 'invalid', errors }) : ok(form.value.mot_de_passe)
  }

  #show({ view, params }: HttpContext, link: UsableLink, errors?: FieldError[]) {
    return view.render('identity/first_accesses/create', { link, errors, token: params.token })
  }

  #unusable(ctx: HttpContext) {
    return unusableLink(ctx, 'identity/first_accesses/unusable')
  }
}
