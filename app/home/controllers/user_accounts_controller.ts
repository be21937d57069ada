import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { asUser } from '#core/tenants'
import { listDevices } from '#identity/devices/list_devices'
import { findAwaitedEmail } from '#identity/email_change/email_change'
import type { Holder } from '#identity/second_factor/holder'
import { secondFactorState } from '#identity/second_factor/state'
import { listChoices } from '#messaging/queries/list_choices'
import { isWanted, NOTIFICATION_KINDS, notificationLabel } from '#messaging/rules/notification_kinds'

/** Mon compte: who the user is, and what they chose for themselves, whatever the member. */
export default class UserAccountsController {
  async show(ctx: HttpContext) {
    const { id, name, email } = ctx.currentUser
    const { choices, awaited } = await asUser(id, async (trx) => ({
      choices: await listChoices(trx, id),
      awaited: await findAwaitedEmail(trx, id, now()),
    }))
    const kinds = NOTIFICATION_KINDS.map((kind) => ({
      kind,
      label: notificationLabel(kind),
      bell: isWanted(choices, kind, 'bell'),
      email: isWanted(choices, kind, 'email'),
    }))
    const holder: Holder = { kind: 'user', id }
    const factor = await secondFactorState(holder)
    const devices = await listDevices(holder, ctx.session.sessionId, now())
    return ctx.view.render('home/account/show', { account: { name, email, home: '/compte' }, awaited, factor, devices, kinds })
  }
}
