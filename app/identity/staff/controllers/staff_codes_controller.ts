import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { checkCode, type AcceptedCode } from '#identity/second_factor/check_code'
import { backToPassword, WRONG_CODE } from '#identity/second_factor/code_refusals'
import { countWrongCode, forgetPendingSignIn, pendingSignIn } from '#identity/second_factor/pending_sign_in'
import { warnOfFewCodes } from '#identity/second_factor/warn_of_few_codes'
import { openStaffSession } from '#identity/staff/actions/open_staff_session'
import { codeValidator } from '#identity/validators/code'

export default class StaffCodesController {
  async create(ctx: HttpContext) {
    if (!pendingSignIn(ctx, now())) return this.#backToPassword(ctx, 'too_late')
    return ctx.view.render('back_office/codes/create')
  }

  async store(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    if (!pending) return this.#backToPassword(ctx, 'too_late')
    const form = await readForm(ctx, codeValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)

    const checked = await checkCode({ kind: 'staff', id: pending.id }, form.value.code, now())
    if (checked.ok) return this.#signIn(ctx, pending.id, checked.value)
    if (checked.error.type === 'wrong_code' && !countWrongCode(ctx, pending)) return this.#refuse(ctx, [WRONG_CODE])
    return this.#backToPassword(ctx, checked.error.type)
  }

  async #signIn(ctx: HttpContext, staffId: string, accepted: AcceptedCode) {
    forgetPendingSignIn(ctx)
    const page = await openStaffSession(ctx, staffId, now())
    warnOfFewCodes(ctx, accepted, 'Mon compte')
    return seeOther(ctx, page)
  }

  #refuse({ response, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('back_office/codes/create', { errors })
  }

  #backToPassword(ctx: HttpContext, why: Parameters<typeof backToPassword>[0]) {
    forgetPendingSignIn(ctx)
    flash(ctx, backToPassword(why))
    return seeOther(ctx, '/admin/connexion')
  }
}
