import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import type { StaffUser } from '#identity/auth/staff_user_provider'
import { startSession } from '#identity/gates/session_ended'
import { checkStaffCode, type CodeRefusal } from '#identity/staff/actions/check_staff_code'
import { countWrongCode, forgetPendingSignIn, pendingSignIn } from '#identity/staff/pending_sign_in'
import { staffCodeValidator } from '#identity/staff/validators/staff_sign_in'

const WRONG_CODE = {
  field: 'code',
  message: "Ce code n'est pas le bon, ou il a déjà servi\u00a0: attendez que votre application montre le suivant",
}

const BACK_TO_PASSWORD: Record<CodeRefusal['type'] | 'too_late', string> = {
  wrong_code: 'Cinq codes ont été refusés.',
  too_many_codes: "Trop de codes ont été refusés pour ce compte. Attendez un quart d'heure avant de recommencer.",
  unknown: "Ce compte n'est plus ouvert.",
  too_late: 'Le code a été attendu trop longtemps.',
}

export default class StaffCodesController {
  async create(ctx: HttpContext) {
    if (!pendingSignIn(ctx, now())) return this.#backToPassword(ctx, 'too_late')
    return ctx.view.render('back_office/codes/create')
  }

  async store(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    if (!pending) return this.#backToPassword(ctx, 'too_late')
    const form = await readForm(ctx, staffCodeValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)

    const checked = await checkStaffCode({ staffId: pending.staffId, code: form.value.code }, now())
    if (checked.ok) return this.#signIn(ctx, checked.value)
    if (checked.error.type === 'wrong_code' && !countWrongCode(ctx, pending)) return this.#refuse(ctx, [WRONG_CODE])
    return this.#backToPassword(ctx, checked.error.type)
  }

  async #signIn(ctx: HttpContext, user: StaffUser) {
    const askedPage = String(ctx.session.pull('asked_page', '/admin'))
    forgetPendingSignIn(ctx)
    // Gives the session a new id once more: the one of the password step opens nothing.
    await ctx.auth.use('staff').login(user)
    startSession(ctx, now())
    return seeOther(ctx, askedPage.startsWith('/admin') ? askedPage : '/admin')
  }

  #refuse({ response, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('back_office/codes/create', { errors })
  }

  #backToPassword(ctx: HttpContext, why: keyof typeof BACK_TO_PASSWORD) {
    forgetPendingSignIn(ctx)
    flash(ctx, { state: 'late', title: BACK_TO_PASSWORD[why], text: 'Connectez-vous de nouveau.' })
    return seeOther(ctx, '/admin/connexion')
  }
}
