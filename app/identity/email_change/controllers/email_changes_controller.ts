import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { renderAccount } from '#identity/account/account'
import { askEmailChange, dropEmailChange } from '#identity/email_change/email_change'
import { askAgain, reauthenticated } from '#identity/reauthentication'
import { countTry } from '#identity/throttling/count_try'
import { emailChangeValidator } from '#identity/validators/account'

const PAGE = '/compte/adresse'

export default class EmailChangesController {
  async create(ctx: HttpContext) {
    return reauthenticated(ctx, PAGE, now()) ? renderAccount(ctx, 'email') : askAgain(ctx)
  }

  async store(ctx: HttpContext) {
    if (!reauthenticated(ctx, PAGE, now())) return askAgain(ctx)
    const { id, email: current } = ctx.currentUser
    const form = await readForm(ctx, emailChangeValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)
    const { email } = form.value
    if (email === current) return this.#refuse(ctx, [{ field: 'email', message: "C'est déjà votre adresse\u00a0: indiquez la nouvelle" }])

    await countTry('link_account', id, now(), id)
    await askEmailChange(id, email, now())
    flash(ctx, { state: 'soon', title: 'Deux e-mails partent', text: `Ouvrez le lien reçu à ${current} et celui reçu à ${email}\u00a0: votre adresse change après les deux.` })
    return seeOther(ctx, '/compte')
  }

  async destroy(ctx: HttpContext) {
    const dropped = await dropEmailChange(ctx.currentUser.id, now())
    if (dropped) flash(ctx, { state: 'fine', title: "Le changement d'adresse est abandonné", text: 'Les liens envoyés ne servent plus.' })
    return seeOther(ctx, '/compte')
  }

  #refuse(ctx: HttpContext, errors: FieldError[]) {
    ctx.response.status(422)
    return renderAccount(ctx, 'email', { errors, email: ctx.request.input('email') })
  }
}
