import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { accountOf, renderAccount } from '#identity/account/account'
import { askAgain, reauthenticated } from '#identity/reauthentication'
import { enableTotp } from '#identity/second_factor/enable_totp'
import { awaitedSecret, drawSetup, forgetSetup, keepCodesToShow } from '#identity/second_factor/totp_setup'
import { setupCodeValidator } from '#identity/validators/code'

const PAGE = 'double-authentification/application'
const WRONG_CODE = { field: 'code', message: "Ce code n'est pas celui de cette application\u00a0: relisez-le, ou scannez de nouveau le dessin" }

/** An authenticator application, the first or the one of a new telephone: it is on once it gave a code. */
export default class TotpSetupsController {
  async create(ctx: HttpContext) {
    return this.#isFresh(ctx) ? this.#show(ctx) : askAgain(ctx)
  }

  async store(ctx: HttpContext) {
    if (!this.#isFresh(ctx)) return askAgain(ctx)
    const form = await readForm(ctx, setupCodeValidator)
    if (!form.ok) return this.#show(ctx, form.error.errors)

    const { holder, home } = accountOf(ctx)
    const enabled = await enableTotp(holder, { sealedSecret: awaitedSecret(ctx), code: form.value.code }, now())
    if (!enabled.ok) return this.#show(ctx, [WRONG_CODE])
    forgetSetup(ctx)
    flash(ctx, { state: 'fine', title: "L'application d'authentification est en place", text: 'Son code sera demandé après le mot de passe.' })
    if (!enabled.value.codes) return seeOther(ctx, `${home}/double-authentification`)
    keepCodesToShow(ctx, enabled.value.codes)
    return seeOther(ctx, `${home}/double-authentification/codes`)
  }

  #isFresh(ctx: HttpContext) {
    return reauthenticated(ctx, `${accountOf(ctx).home}/${PAGE}`, now())
  }

  #show(ctx: HttpContext, errors?: FieldError[]) {
    if (errors) ctx.response.status(422)
    const { email, holder } = accountOf(ctx)
    const service = holder.kind === 'staff' ? 'OSTRA équipe' : 'OSTRA Espace adhérent'
    return renderAccount(ctx, 'totp_setup', { errors, setup: drawSetup(awaitedSecret(ctx), email, service) })
  }
}
