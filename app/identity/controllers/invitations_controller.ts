import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { invite, type InviteRefusal } from '#identity/actions/invite'
import { resendInvitation } from '#identity/actions/resend_invitation'
import { withdrawInvitation } from '#identity/actions/withdraw_invitation'
import { showInvitation } from '#identity/controllers/invitation_page'
import { readTerms, termsPage } from '#identity/controllers/terms_form'
import { countTry } from '#identity/throttling/count_try'
import { EXPIRE_AFTER_DAYS, REMIND_AFTER_DAYS } from '#identity/rules/invitations'
import { invitationValidator } from '#identity/validators/access_terms'
import { listSites } from '#members'

const REFUSED: Record<InviteRefusal['type'], string> = {
  has_access: 'Cette adresse a déjà un accès à ce compte\u00a0: changez-le dans la liste',
  already_invited: 'Une invitation attend déjà à cette adresse\u00a0: renvoyez-la ou retirez-la dans la liste',
}

export default class InvitationsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, invitationValidator)
    const terms = await readTerms(ctx, form.ok ? form.value : null)
    if (!form.ok) return this.#form(ctx, form.error.errors)
    if (!terms!.ok) return this.#form(ctx, [terms!.error])

    const { nom: name, email } = form.value
    await countTry('invitation_member', ctx.currentMember.id, now(), ctx.currentUser.id)
    const asked = { memberId: ctx.currentMember.id, userId: ctx.currentUser.id, name, email, terms: terms!.value }
    const invited = await ctx.member((trx) => invite(trx, asked, now()))
    if (!invited.ok) return this.#form(ctx, [{ field: 'email', message: REFUSED[invited.error.type] }])
    return this.#sent(ctx, `L'invitation part à ${email}`)
  }

  async show(ctx: HttpContext) {
    return showInvitation(ctx)
  }

  async resend(ctx: HttpContext) {
    const sent = await ctx.member((trx) => resendInvitation(trx, askedOf(ctx), now()))
    return sent.ok ? this.#sent(ctx, "L'invitation repart") : showInvitation(ctx, { over: true })
  }

  async withdraw(ctx: HttpContext) {
    const withdrawn = await ctx.member((trx) => withdrawInvitation(trx, askedOf(ctx), now()))
    if (!withdrawn.ok) return showInvitation(ctx, { over: true })
    flash(ctx, { state: 'fine', title: "L'invitation est retirée", text: "Son lien n'ouvre plus rien." })
    return seeOther(ctx, '/acces')
  }

  #sent(ctx: HttpContext, title: string) {
    const text = `Sans réponse, un rappel part après ${REMIND_AFTER_DAYS}\u00a0jours\u00a0; le lien sert pendant ${EXPIRE_AFTER_DAYS}\u00a0jours.`
    flash(ctx, { state: 'fine', title, text })
    return seeOther(ctx, '/acces')
  }

  async #form(ctx: HttpContext, errors?: FieldError[]) {
    const sites = await ctx.member((trx) => listSites(trx, ctx.currentMember.id))
    if (errors) ctx.response.status(422)
    return ctx.view.render('identity/invitations/create', { errors, ...termsPage(ctx, sites) })
  }
}

const askedOf = ({ currentMember, currentUser, params }: HttpContext) => ({ memberId: currentMember.id, userId: currentUser.id, invitationId: params.id })
