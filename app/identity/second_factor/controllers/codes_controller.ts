import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asUser } from '#core/tenants'
import { openSession } from '#identity/devices/open_session'
import { checkCodeOf } from '#identity/second_factor/check_code_of'
import { findFactors } from '#identity/second_factor/factors'
import { backToPassword, WRONG_CODE } from '#identity/second_factor/code_refusals'
import { countWrongCode, forgetPendingSignIn, pendingSignIn, type PendingSignIn } from '#identity/second_factor/pending_sign_in'
import { warnOfFewCodes } from '#identity/second_factor/warn_of_few_codes'
import { codeValidator } from '#identity/validators/code'

/** The second step of a sign-in: a code of the application, a recovery code, or a key. */
export default class CodesController {
  async create(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    return pending ? this.#show(ctx, pending) : this.#backToPassword(ctx, 'too_late')
  }

  async store(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    if (!pending) return this.#backToPassword(ctx, 'too_late')
    const form = await readForm(ctx, codeValidator)
    if (!form.ok) return this.#show(ctx, pending, form.error.errors)

    const checked = await checkCodeOf(pending, form.value.code, now())
    if (checked.ok) {
      forgetPendingSignIn(ctx)
      const page = await openSession(ctx, pending.id, now())
      warnOfFewCodes(ctx, checked.value, 'Mon compte')
      return seeOther(ctx, page)
    }
    if (checked.error.type === 'wrong_code' && !countWrongCode(ctx, pending)) return this.#show(ctx, pending, [WRONG_CODE])
    return this.#backToPassword(ctx, checked.error.type)
  }

  async #show({ response, view }: HttpContext, { id }: PendingSignIn, errors?: FieldError[]) {
    if (errors) response.status(422)
    const factors = await asUser(id, (trx) => findFactors(trx, id))
    return view.render('identity/codes/create', { errors, factors })
  }

  #backToPassword(ctx: HttpContext, why: Parameters<typeof backToPassword>[0]) {
    forgetPendingSignIn(ctx)
    flash(ctx, backToPassword(why))
    return seeOther(ctx, '/connexion')
  }
}
