import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { keepSecret, unusableLink } from '#identity/controllers/link_pages'
import { confirmEmail, type EmailSide } from '#identity/email_change/email_change'
import { findUsableLink } from '#identity/queries/find_usable_link'

/** The link of either address: it shows what will change (GET), and only its form confirms (POST). */
export default class EmailConfirmationsController {
  async create(ctx: HttpContext) {
    keepSecret(ctx)
    const { token } = ctx.params
    const link = (await findUsableLink(token, 'email_old', now())) ?? (await findUsableLink(token, 'email_new', now()))
    return link ? ctx.view.render('identity/email_changes/create', { token, link }) : this.#unusable(ctx)
  }

  async store(ctx: HttpContext) {
    keepSecret(ctx)
    const confirmed = (await this.#confirm(ctx, 'email_old')) ?? (await this.#confirm(ctx, 'email_new'))
    if (!confirmed) return this.#unusable(ctx)
    if (confirmed === 'failed') ctx.response.status(409)
    return ctx.view.render('identity/email_changes/store', { confirmed })
  }

  #confirm({ params }: HttpContext, side: EmailSide) {
    return confirmEmail(params.token, side, now())
  }

  #unusable(ctx: HttpContext) {
    return unusableLink(ctx, 'identity/email_changes/unusable')
  }
}
