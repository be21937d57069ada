import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { asUser } from '#core/tenants'
import { askOwnLink } from '#identity/actions/ask_own_link'
import { countTry } from '#identity/throttling/count_try'

/** "J'ai oublié mon mot de passe actuel": the link of a lost password, mailed to who is signed in. */
export default class PasswordLinksController {
  async store(ctx: HttpContext) {
    const { id, email } = ctx.currentUser
    await countTry('link_account', id, now(), id)
    await asUser(id, (trx) => askOwnLink(trx, { purpose: 'password_reset' }, now()))
    flash(ctx, {
      state: 'fine',
      title: `Un lien part à ${email}`,
      text: 'Il permet de choisir un nouveau mot de passe pendant une heure, et déconnecte alors tous vos appareils.',
    })
    return seeOther(ctx, '/compte')
  }
}
