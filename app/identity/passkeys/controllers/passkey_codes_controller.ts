import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asUser } from '#core/tenants'
import { openSession } from '#identity/devices/open_session'
import { noteChallenge, takeChallenge } from '#identity/passkeys/challenges'
import { checkPasskey } from '#identity/passkeys/check_passkey'
import { keyOfUserOptions } from '#identity/passkeys/options'
import { backToPassword } from '#identity/second_factor/code_refusals'
import { countWrongCode, forgetPendingSignIn, pendingSignIn } from '#identity/second_factor/pending_sign_in'
import { answerOf, passkeyAnswerValidator } from '#identity/validators/passkey'

/** After the password, a key in the place of a code. */
export default class PasskeyCodesController {
  async ask(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    if (!pending) return seeOther(ctx, '/connexion')
    const options = await asUser(pending.id, (trx) => keyOfUserOptions(trx, pending.id))
    await noteChallenge(ctx, 'code', options.challenge, now())
    return ctx.response.header('Cache-Control', 'no-store').json(options)
  }

  async store(ctx: HttpContext) {
    const pending = pendingSignIn(ctx, now())
    if (!pending) return this.#backToPassword(ctx, 'too_late')
    const form = await readForm(ctx, passkeyAnswerValidator)
    const challenge = await takeChallenge(ctx, 'code', now())
    const response = form.ok && answerOf<AuthenticationResponseJSON>(form.value.reponse)
    const checked = response && (await checkPasskey({ response, challenge, userId: pending.id, verified: false }, now()))
    if (checked && checked.ok) {
      forgetPendingSignIn(ctx)
      return seeOther(ctx, await openSession(ctx, pending.id, now()))
    }
    if (countWrongCode(ctx, pending)) return this.#backToPassword(ctx, 'wrong_code')
    flash(ctx, { state: 'late', title: "Cette clé d'accès n'est pas une des vôtres", text: 'Essayez-en une autre, ou donnez un code.' })
    return seeOther(ctx, '/connexion/code')
  }

  #backToPassword(ctx: HttpContext, why: Parameters<typeof backToPassword>[0]) {
    forgetPendingSignIn(ctx)
    flash(ctx, backToPassword(why))
    return seeOther(ctx, '/connexion')
  }
}
