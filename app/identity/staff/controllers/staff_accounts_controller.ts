import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { accountOf, renderAccount } from '#identity/account/account'
import { listDevices } from '#identity/devices/list_devices'
import { secondFactorState } from '#identity/second_factor/state'
import { ROLE_LABELS } from '#identity/staff/roles'

/** Mon compte, of a member of staff. */
export default class StaffAccountsController {
  async show(ctx: HttpContext) {
    const { holder } = accountOf(ctx)
    const devices = await listDevices(holder, ctx.session.sessionId, now())
    const factor = await secondFactorState(holder)
    return renderAccount(ctx, 'show_staff', { role: ROLE_LABELS[ctx.staff.role], devices, factor })
  }
}
