import type { HttpContext } from '@adonisjs/core/http'
import { asUser } from '#core/tenants'
import { listChoices } from '#messaging/queries/list_choices'
import { isWanted, NOTIFICATION_KINDS, notificationLabel } from '#messaging/rules/notification_kinds'

/** Mon compte: who the user is, and what they chose for themselves, whatever the member. */
export default class UserAccountsController {
  async show({ currentUser, view }: HttpContext) {
    const choices = await asUser(currentUser.id, (trx) => listChoices(trx, currentUser.id))
    const kinds = NOTIFICATION_KINDS.map((kind) => ({
      kind,
      label: notificationLabel(kind),
      bell: isWanted(choices, kind, 'bell'),
      email: isWanted(choices, kind, 'email'),
    }))
    return view.render('home/account/show', { kinds, email: currentUser.email })
  }
}
