import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { accountOf, renderAccount } from '#identity/account/account'
import { askAgain, reauthenticated } from '#identity/reauthentication'
import { askPasskeyAfterPassword, stopSecondFactor } from '#identity/second_factor/change_second_factor'
import { secondFactorState } from '#identity/second_factor/state'
import { keepCodesToShow } from '#identity/second_factor/totp_setup'

const PAGE = '/compte/double-authentification'

export default class SecondFactorsController {
  async show(ctx: HttpContext) {
    return renderAccount(ctx, 'second_factor', { factor: await secondFactorState(accountOf(ctx).holder) })
  }

  async askPasskey(ctx: HttpContext) {
    if (!reauthenticated(ctx, PAGE, now())) return askAgain(ctx)
    const asked = await askPasskeyAfterPassword(ctx.currentUser.id, now())
    if (!asked.ok) return seeOther(ctx, '/compte/cles')
    flash(ctx, { state: 'fine', title: "Une clé d'accès sera demandée après le mot de passe" })
    if (!asked.value.codes) return seeOther(ctx, PAGE)
    keepCodesToShow(ctx, asked.value.codes)
    return seeOther(ctx, `${PAGE}/codes`)
  }

  async confirmStop(ctx: HttpContext) {
    const factor = await secondFactorState(accountOf(ctx).holder)
    return factor.asked ? renderAccount(ctx, 'second_factor_stop', { factor }) : seeOther(ctx, PAGE)
  }

  async stop(ctx: HttpContext) {
    if (!reauthenticated(ctx, `${PAGE}/arret`, now())) return askAgain(ctx)
    const stopped = await stopSecondFactor(ctx.currentUser.id, now())
    if (stopped) flash(ctx, { state: 'soon', title: 'La double authentification est arrêtée', text: 'Votre mot de passe seul ouvre de nouveau votre compte.' })
    return seeOther(ctx, PAGE)
  }
}
