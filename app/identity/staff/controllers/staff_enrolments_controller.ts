import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { backToPassword } from '#identity/second_factor/code_refusals'
import { enableTotp } from '#identity/second_factor/enable_totp'
import { countWrongCode, forgetPendingSignIn, pendingSignIn, type PendingSignIn } from '#identity/second_factor/pending_sign_in'
import { awaitedSecret, drawSetup, forgetSetup, keepCodesToShow } from '#identity/second_factor/totp_setup'
import { openStaffSession } from '#identity/staff/actions/open_staff_session'
import { setupCodeValidator } from '#identity/validators/code'

const WRONG_CODE = { field: 'code', message: "Ce code n'est pas celui de cette application\u00a0: relisez-le, ou scannez de nouveau le dessin" }

/** The first sign-in of a member of staff: nothing opens before their application is set up. */
export default class StaffEnrolmentsController {
  async create(ctx: HttpContext) {
    const pending = await this.#unenrolled(ctx)
    return pending ? this.#show(ctx, pending) : this.#backToPassword(ctx, 'too_late')
  }

  async store(ctx: HttpContext) {
    const pending = await this.#unenrolled(ctx)
    if (!pending) return this.#backToPassword(ctx, 'too_late')
    const form = await readForm(ctx, setupCodeValidator)
    if (!form.ok) return this.#show(ctx, pending, form.error.errors)

    const setup = { sealedSecret: awaitedSecret(ctx), code: form.value.code, firstOnly: true }
    const enabled = await enableTotp({ kind: 'staff', id: pending.id }, setup, now())
    if (!enabled.ok && enabled.error.type === 'already_on') return this.#backToPassword(ctx, 'too_late')
    if (!enabled.ok) return countWrongCode(ctx, pending) ? this.#backToPassword(ctx, 'wrong_code') : this.#show(ctx, pending, [WRONG_CODE])
    forgetSetup(ctx)
    forgetPendingSignIn(ctx)
    await openStaffSession(ctx, pending.id, now())
    keepCodesToShow(ctx, enabled.value.codes ?? [])
    return seeOther(ctx, '/admin/compte/double-authentification/codes')
  }

  async #unenrolled(ctx: HttpContext): Promise<(PendingSignIn & { email: string }) | null> {
    const pending = pendingSignIn(ctx, now())
    const row = pending && (await asStaff((trx) => trx.from('staff_users').select('email').where('id', pending.id).whereNull('totp_secret').first()))
    return row ? { ...pending!, email: row.email } : null
  }

  #show(ctx: HttpContext, { email }: { email: string }, errors?: FieldError[]) {
    // Nobody is signed in yet, and the page shows a secret.
    ctx.response.header('Cache-Control', 'no-store')
    if (errors) ctx.response.status(422)
    const setup = drawSetup(awaitedSecret(ctx), email, 'OSTRA équipe')
    return ctx.view.render('back_office/codes/activation', { errors, setup })
  }

  #backToPassword(ctx: HttpContext, why: Parameters<typeof backToPassword>[0]) {
    forgetPendingSignIn(ctx)
    forgetSetup(ctx)
    flash(ctx, backToPassword(why))
    return seeOther(ctx, '/admin/connexion')
  }
}
