import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asUser } from '#core/tenants'
import { accountOf, renderAccount } from '#identity/account/account'
import { checkOwnPassword } from '#identity/account/check_own_password'
import { PASSWORD_REFUSED } from '#identity/account/controllers/passwords_controller'
import { noteChallenge, takeChallenge } from '#identity/passkeys/challenges'
import { checkPasskey } from '#identity/passkeys/check_passkey'
import { keyOfUserOptions } from '#identity/passkeys/options'
import { noteReauthentication } from '#identity/reauthentication'
import { secondFactorState } from '#identity/second_factor/state'
import { ownPasswordValidator } from '#identity/validators/account'
import { answerOf, passkeyAnswerValidator } from '#identity/validators/passkey'

/** Before a sensitive act: the password once more, or a key. */
export default class ReauthenticationsController {
  async create(ctx: HttpContext) {
    return this.#show(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, ownPasswordValidator)
    if (!form.ok) return this.#show(ctx, form.error.errors)
    const { holder, home } = accountOf(ctx)
    const checked = await checkOwnPassword(holder, form.value.mot_de_passe_actuel, now())
    if (!checked.ok) return this.#show(ctx, [{ field: 'mot_de_passe_actuel', message: PASSWORD_REFUSED[checked.error.type] }])
    return seeOther(ctx, noteReauthentication(ctx, now(), home))
  }

  async askKey(ctx: HttpContext) {
    const options = await asUser(ctx.currentUser.id, (trx) => keyOfUserOptions(trx, ctx.currentUser.id))
    await noteChallenge(ctx, 'reauthenticate', options.challenge, now())
    return ctx.response.json(options)
  }

  async storeKey(ctx: HttpContext) {
    const form = await readForm(ctx, passkeyAnswerValidator)
    const challenge = await takeChallenge(ctx, 'reauthenticate', now())
    const response = form.ok && answerOf<AuthenticationResponseJSON>(form.value.reponse)
    const checked = response && (await checkPasskey({ response, challenge, userId: ctx.currentUser.id, verified: false }, now()))
    if (checked && checked.ok) return seeOther(ctx, noteReauthentication(ctx, now(), '/compte'))
    flash(ctx, { state: 'late', title: "Cette clé d'accès n'est pas une des vôtres", text: 'Donnez votre mot de passe.' })
    return seeOther(ctx, '/compte/verification')
  }

  async #show(ctx: HttpContext, errors?: FieldError[]) {
    if (errors) ctx.response.status(422)
    const { passkeys } = await secondFactorState(accountOf(ctx).holder)
    return renderAccount(ctx, 'reauthentication', { errors, passkeys })
  }
}
