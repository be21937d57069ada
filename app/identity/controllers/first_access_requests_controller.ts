import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readForm, type FieldError } from '#core/http/form'
import { requestFirstAccess } from '#identity/actions/request_first_access'
import { countAddress } from '#identity/throttling/count_try'
import { firstAccessRequestValidator } from '#identity/validators/first_access'

/** A member that has a number and no password asks for the link that opens its account. */
export default class FirstAccessRequestsController {
  async create({ view }: HttpContext) {
    return view.render('identity/first_access_requests/create')
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, firstAccessRequestValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)
    await countAddress(ctx, 'link_address', now())
    await requestFirstAccess(form.value.numero, now())
    return ctx.view.render('identity/first_access_requests/store')
  }

  #refuse({ response, request, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('identity/first_access_requests/create', { errors, numero: request.input('numero') })
  }
}
