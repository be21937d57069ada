import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { resetPassword } from '#identity/actions/reset_password'
import { findUsableReset, type ResetLink } from '#identity/queries/find_password_reset'
import { decidePassword } from '#identity/rules/password_policy'
import { passwordResetValidator } from '#identity/validators/password_reset'

/** The link shows the form (GET) and only the form uses the link (POST): a mail filter that opens it consumes nothing. */
export default class PasswordResetsController {
  async create(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await findUsableReset(ctx.params.token, now())
    return link ? ctx.view.render('identity/password_resets/create', { link, token: ctx.params.token }) : this.#unusable(ctx)
  }

  async store(ctx: HttpContext) {
    keepSecret(ctx)
    const link = await findUsableReset(ctx.params.token, now())
    if (!link) return this.#unusable(ctx)
    const form = await readForm(ctx, passwordResetValidator)
    if (!form.ok) return this.#refuse(ctx, link, form.error.errors)

    const errors = faults(form.value, link)
    if (errors.length > 0) return this.#refuse(ctx, link, errors)
    const reset = await resetPassword({ token: ctx.params.token, password: form.value.mot_de_passe }, now())
    if (!reset.ok) return this.#unusable(ctx)

    flash(ctx, { state: 'fine', title: 'Votre mot de passe est changé', text: 'Connectez-vous avec le nouveau.' })
    return seeOther(ctx, '/connexion')
  }

  #refuse({ response, view, params }: HttpContext, link: ResetLink, errors: FieldError[]) {
    response.status(422)
    return view.render('identity/password_resets/create', { link, errors, token: params.token })
  }

  #unusable({ response, view }: HttpContext) {
    response.status(410)
    return view.render('identity/password_resets/unusable')
  }
}

function keepSecret({ response }: HttpContext) {
  response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer')
}

function faults({ mot_de_passe, confirmation }: { mot_de_passe: string; confirmation: string }, { email, name }: ResetLink) {
  const decided = decidePassword(mot_de_passe, [email, name])
  const errors: FieldError[] = decided.ok ? [] : [{ field: 'mot_de_passe', message: decided.error.message }]
  if (mot_de_passe !== confirmation) {
    errors.push({ field: 'confirmation', message: 'La confirmation diffère du mot de passe' })
  }
  return errors
}
