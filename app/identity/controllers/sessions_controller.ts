import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { TooManyTries } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { signIn } from '#identity/actions/sign_in'
import { deviceOf } from '#identity/devices/known_device'
import { readIdentifier } from '#identity/rules/identifier'
import { continueSignIn } from '#identity/second_factor/continue_sign_in'
import { signInValidator } from '#identity/validators/sign_in'

const UNKNOWN = { field: 'identifiant', message: "L'identifiant ou le mot de passe n'est pas le bon" }

export default class SessionsController {
  async create(ctx: HttpContext) {
    if (await ctx.auth.use('web').check()) return seeOther(ctx, '/tableau-de-bord')
    return ctx.view.render('identity/sessions/create')
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, signInValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)
    const identifier = readIdentifier(form.value.identifiant)
    if (!identifier.ok) return this.#refuse(ctx, [{ field: 'identifiant', message: identifier.error.message }])

    const tried = { identifier: identifier.value.value, password: form.value.mot_de_passe, device: deviceOf(ctx), address: ctx.request.ip() }
    const signedIn = await signIn(tried, now())
    if (!signedIn.ok && signedIn.error.type === 'throttled') throw new TooManyTries(signedIn.error.retryAt, now())
    if (!signedIn.ok) return this.#refuse(ctx, [UNKNOWN])
    return seeOther(ctx, await continueSignIn(ctx, signedIn.value, now()))
  }

  /** Being asked is enough: the gate notes that the session is used. */
  async prolong({ response }: HttpContext) {
    return response.noContent()
  }

  async destroy(ctx: HttpContext) {
    await ctx.auth.use('web').logout()
    ctx.session.clear()
    // Not "cookies": that would sign the browser out of the whole domain.
    ctx.response.header('Clear-Site-Data', '"cache", "storage"')
    return seeOther(ctx, '/connexion')
  }

  #refuse({ response, request, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('identity/sessions/create', { errors, identifiant: request.input('identifiant') })
  }
}
