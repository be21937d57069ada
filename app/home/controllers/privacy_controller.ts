import type { HttpContext } from '@adonisjs/core/http'
import { sayKeep } from '#core/housekeeping/words'
import { readSettings } from '#core/settings'
import { asMembers } from '#core/tenants'

/** What is kept and how long: the page says the very numbers that the nightly job goes by. */
export default class PrivacyController {
  async show({ view }: HttpContext) {
    const settings = await asMembers([], readSettings)
    return view.render('home/legal/privacy', {
      keeps: {
        deliveries: sayKeep(settings.keep_deliveries),
        notifications: sayKeep(settings.keep_notifications),
        links: sayKeep(settings.keep_links),
        traces: sayKeep(settings.keep_traces),
        users: sayKeep(settings.keep_users),
        leavers: sayKeep(settings.keep_leavers),
      },
    })
  }
}
