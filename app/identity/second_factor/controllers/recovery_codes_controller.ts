import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { seeOther } from '#core/htmx'
import { accountOf, renderAccount } from '#identity/account/account'
import { askAgain, reauthenticated } from '#identity/reauthentication'
import { renewRecoveryCodes } from '#identity/second_factor/change_second_factor'
import { holdsSecondFactor } from '#identity/second_factor/state'
import { keepCodesToShow, takeCodesToShow } from '#identity/second_factor/totp_setup'

export default class RecoveryCodesController {
  async show(ctx: HttpContext) {
    const codes = takeCodesToShow(ctx)
    return renderAccount(ctx, 'recovery_codes', { codes, file: codes && encodeURIComponent(codes.join('\r\n')) })
  }

  async store(ctx: HttpContext) {
    const { holder, home } = accountOf(ctx)
    const page = `${home}/double-authentification`
    if (!(await holdsSecondFactor(holder))) return seeOther(ctx, page)
    if (!reauthenticated(ctx, page, now())) return askAgain(ctx)
    keepCodesToShow(ctx, await renewRecoveryCodes(holder, now()))
    return seeOther(ctx, `${page}/codes`)
  }
}
