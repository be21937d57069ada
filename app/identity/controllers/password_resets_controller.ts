import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { resetPassword } from '#identity/actions/reset_password'
import { keepSecret, unusableLink } from '#identity/controllers/link_pages'
import { knowDevice } from '#identity/devices/know_device'
import { findUsableLink, type UsableLink } from '#identity/queries/find_usable_link'
import { faultsOfPassword } from '#identity/rules/password_faults'
import { passwordResetValidator } from '#identity/validators/password_reset'

/** The link shows the form (GET) and only the form uses the link (POST): a mail filter that opens it consumes nothing. */
export default class PasswordResetsController {
  async create(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await findUsableLink(ctx.params.token, 'password_reset', now())
    if (!link) return this.#unusable(ctx)
    return ctx.view.render('identity/password_resets/create', { link, token: ctx.params.token })
  }

  async store(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await findUsableLink(ctx.params.token, 'password_reset', now())
    if (!link) return this.#unusable(ctx)
    const form = await readForm(ctx, passwordResetValidator)
    if (!form.ok) return this.#refuse(ctx, link, form.error.errors)

    const errors = faultsOfPassword(form.value, [link.email, link.name])
    if (errors.length > 0) return this.#refuse(ctx, link, errors)
    const reset = await resetPassword({ token: ctx.params.token, password: form.value.mot_de_passe }, now())
    if (!reset.ok) return this.#unusable(ctx)

    await knowDevice(ctx, reset.value.userId, now())
    flash(ctx, { state: 'fine', title: 'Votre mot de passe est changé', text: 'Connectez-vous avec le nouveau.' })
    return seeOther(ctx, '/connexion')
  }

  #refuse({ response, view, params }: HttpContext, link: UsableLink, errors: FieldError[]) {
    response.status(422)
    return view.render('identity/password_resets/create', { link, errors, token: params.token })
  }

  #unusable(ctx: HttpContext) {
    return unusableLink(ctx, 'identity/password_resets/unusable')
  }
}
