import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { TooManyTries } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { record } from '#core/journal'
import { asStaff } from '#core/tenants'
import { deviceOf } from '#identity/devices/known_device'
import { checkStaffPassword } from '#identity/staff/actions/check_staff_password'
import { awaitCode } from '#identity/second_factor/pending_sign_in'
import { staffSignInValidator } from '#identity/staff/validators/staff_sign_in'

const UNKNOWN = { field: 'identifiant', message: "L'identifiant ou le mot de passe n'est pas le bon" }

export default class StaffSessionsController {
  async create(ctx: HttpContext) {
    if (await ctx.auth.use('staff').check()) return seeOther(ctx, '/admin')
    return ctx.view.render('back_office/sessions/create')
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, staffSignInValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)

    const { identifiant, mot_de_passe: password } = form.value
    const tried = { email: identifiant, password, device: deviceOf(ctx), address: ctx.request.ip() }
    const checked = await checkStaffPassword(tried, now())
    if (!checked.ok && checked.error.type === 'throttled') throw new TooManyTries(checked.error.retryAt, now())
    if (!checked.ok) return this.#refuse(ctx, [UNKNOWN])
    awaitCode(ctx, checked.value.staffId, now())
    return seeOther(ctx, checked.value.enrolled ? '/admin/connexion/code' : '/admin/connexion/activation')
  }

  async destroy(ctx: HttpContext) {
    const { id } = ctx.staff
    await asStaff((trx) => record(trx, { actor: { kind: 'staff', id }, event: 'staff.signed_out', subjectId: id }))
    await ctx.auth.use('staff').logout()
    ctx.session.clear()
    // Not "cookies": that would sign the browser out of the whole domain.
    ctx.response.header('Clear-Site-Data', '"cache", "storage"')
    return seeOther(ctx, '/admin/connexion')
  }

  #refuse({ response, request, view }: HttpContext, errors: FieldError[]) {
    response.status(422)
    return view.render('back_office/sessions/create', { errors, identifiant: request.input('identifiant') })
  }
}
