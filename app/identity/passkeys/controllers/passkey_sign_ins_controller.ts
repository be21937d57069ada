import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { openSession } from '#identity/devices/open_session'
import { forgetPendingSignIn } from '#identity/second_factor/pending_sign_in'
import { noteChallenge, takeChallenge } from '#identity/passkeys/challenges'
import { checkPasskey } from '#identity/passkeys/check_passkey'
import { anyKeyOptions } from '#identity/passkeys/options'
import { answerOf, passkeyAnswerValidator } from '#identity/validators/passkey'

/** A key that knows its holder, in the place of identifier, password and second factor. */
export default class PasskeySignInsController {
  async ask(ctx: HttpContext) {
    const options = await anyKeyOptions()
    await noteChallenge(ctx, 'sign_in', options.challenge, now())
    return ctx.response.header('Cache-Control', 'no-store').json(options)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, passkeyAnswerValidator)
    const challenge = await takeChallenge(ctx, 'sign_in', now())
    const response = form.ok && answerOf<AuthenticationResponseJSON>(form.value.reponse)
    const checked = response && (await checkPasskey({ response, challenge, verified: true }, now()))
    if (!checked || !checked.ok) {
      flash(ctx, { state: 'late', title: "Cette clé d'accès n'ouvre aucun compte", text: 'Connectez-vous avec votre mot de passe.' })
      return seeOther(ctx, '/connexion')
    }
    forgetPendingSignIn(ctx)
    return seeOther(ctx, await openSession(ctx, checked.value.userId, now()))
  }
}
