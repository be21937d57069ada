import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readForm, type FieldError } from '#core/http/form'
import { requestPasswordReset } from '#identity/actions/request_password_reset'
import { countAddress } from '#identity/throttling/count_try'
import { readIdentifier } from '#identity/rules/identifier'
import { passwordRequestValidator } from '#identity/validators/password_reset'

export default class PasswordRequestsController {
  async create({ view }: HttpContext) {
    return view.render('identity/password_requests/create')
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, passwordRequestValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)
    const identifier = readIdentifier(form.value.identifiant)
    if (!identifier.ok) return this.#refuse(ctx, [{ field: 'identifiant', message: identifier.error.message }])

    await countAddress(ctx, 'link_address', now())
    await requestPasswordReset(identifier.value.value, now())
    return ctx.view.render('identity/password_requests/store')
  }

  #refuse({ response, request, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('identity/password_requests/create', { errors, identifiant: request.input('identifiant') })
  }
}
