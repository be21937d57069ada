import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash, type Flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { closeDevice, closeOtherDevices } from '#identity/devices/close_devices'
import { listDevices } from '#identity/devices/list_devices'
import { accountOf, renderAccount } from '#identity/account/account'

const THIS_ONE: Flash = { state: 'soon', title: 'Cet appareil est celui que vous utilisez', text: 'Pour en sortir, appuyez sur Déconnexion.' }

/** Where one is signed in, for users and for staff: each closes their own. */
export default class DevicesController {
  async index(ctx: HttpContext) {
    const devices = await listDevices(accountOf(ctx).holder, ctx.session.sessionId, now())
    return renderAccount(ctx, 'devices', { devices })
  }

  async close(ctx: HttpContext) {
    const { holder, home } = accountOf(ctx)
    const devices = await listDevices(holder, ctx.session.sessionId, now())
    const device = orNotFound(devices.find(({ handle }) => handle === ctx.params.id))
    if (!device.isThisOne) await closeDevice(holder, device.handle)
    flash(ctx, device.isThisOne ? THIS_ONE : { state: 'fine', title: `${device.name}\u00a0: déconnecté`, text: 'Sa prochaine page demande le mot de passe.' })
    return seeOther(ctx, `${home}/appareils`)
  }

  async closeOthers(ctx: HttpContext) {
    const { holder, home } = accountOf(ctx)
    await closeOtherDevices(holder, ctx.session.sessionId)
    flash(ctx, { state: 'fine', title: 'Tous les autres appareils sont déconnectés' })
    return seeOther(ctx, `${home}/appareils`)
  }
}
