import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { Unreadable } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { chooseNotifications } from '#messaging/actions/choose_notifications'
import { choicesOf, choicesValidator } from '#messaging/validators/choices'

export default class ChoicesController {
  async store(ctx: HttpContext) {
    const { id } = ctx.currentUser
    const form = await readForm(ctx, choicesValidator)
    // Boxes cannot be filled in wrongly: what is not one of them was made by hand.
    if (!form.ok) throw new Unreadable()
    await asUser(id, async (trx) => {
      await chooseNotifications(trx, id, choicesOf(form.value.choix), now())
      await record(trx, { actor: { kind: 'user', id }, event: 'notifications.chosen', subjectId: id })
    })
    flash(ctx, { state: 'fine', title: 'Vos choix sont enregistrés', text: 'Ils valent pour tous les comptes que vous ouvrez.' })
    return seeOther(ctx, '/compte')
  }
}
