import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { hashToken } from '#core/tokens'
import { acceptInvitation, type Answer } from '#identity/actions/accept_invitation'
import { enterMember } from '#identity/actions/enter_member'
import { keepSecret, unusableLink } from '#identity/controllers/link_pages'
import { renewSession } from '#identity/gates/renew_session'
import { findOpenInvitation, type OpenInvitation } from '#identity/queries/find_open_invitation'
import { faultsOfPassword } from '#identity/rules/password_faults'
import { continueSignIn } from '#identity/second_factor/continue_sign_in'
import { invitationAnswerValidator } from '#identity/validators/invitation_answer'

// What waits for a sign-in is the hash: a session is a row of the database, which is not to hold the secret.
const WAITING = 'invitation'
const RESUMED = '/invitation/suite'

/** The link shows who invites (GET) and only the form answers (POST): a mail filter that opens it consumes nothing. */
export default class InvitationAnswersController {
  async create(ctx: HttpContext) {
    const invitation = await this.#open(ctx)
    return invitation ? this.#page(ctx, invitation) : unusableLink(ctx, 'identity/invitations/unusable')
  }

  async store(ctx: HttpContext) {
    const invitation = await this.#open(ctx)
    if (!invitation) return unusableLink(ctx, 'identity/invitations/unusable')
    if (ctx.currentUser) return this.#answerAs(ctx, invitation, ctx.currentUser)
    return invitation.hasAccount ? this.#page(ctx, invitation) : this.#join(ctx, invitation)
  }

  /** The invited address is this account's, or its user says that it is to be this account all the same. */
  #answerAs(ctx: HttpContext, invitation: OpenInvitation, { id, email }: { id: string; email: string }) {
    const account = ctx.request.input('compte')
    if (account === 'autre') return this.#signOut(ctx)
    if (email !== invitation.email && account !== 'celui-ci') return this.#page(ctx, invitation)
    return this.#answer(ctx, invitation, { hash: hashOf(ctx), userId: id })
  }

  async #join(ctx: HttpContext, invitation: OpenInvitation) {
    const form = await readForm(ctx, invitationAnswerValidator)
    if (!form.ok) return this.#page(ctx, invitation, form.error.errors)
    const errors = faultsOfPassword(form.value, [invitation.email, form.value.nom, invitation.company])
    if (errors.length > 0) return this.#page(ctx, invitation, errors)
    return this.#answer(ctx, invitation, { hash: hashOf(ctx), name: form.value.nom, password: form.value.mot_de_passe })
  }

  async #answer(ctx: HttpContext, invitation: OpenInvitation, answer: Answer) {
    const accepted = await acceptInvitation(answer, now())
    if (!accepted.ok && accepted.error.type === 'unusable') return unusableLink(ctx, 'identity/invitations/unusable')
    if (!accepted.ok && accepted.error.type === 'has_account') return this.#page(ctx, { ...invitation, hasAccount: true })
    ctx.session.forget(WAITING)
    if (!accepted.ok) {
      flash(ctx, { state: 'soon', title: `Vous avez déjà accès au compte de ${invitation.company}`, text: "L'invitation n'a rien changé." })
      return seeOther(ctx, '/comptes')
    }
    flash(ctx, { state: 'fine', title: `Le compte de ${invitation.company} vous est ouvert`, text: `Vos droits\u00a0: ${invitation.rightsLabel}.` })
    if (!ctx.currentUser) return seeOther(ctx, await continueSignIn(ctx, { userId: accepted.value.userId, knownDevice: false }, now()))
    await renewSession(ctx)
    ctx.session.put('member_id', accepted.value.memberId)
    await enterMember(ctx.currentUser, accepted.value.memberId, now())
    return seeOther(ctx, '/tableau-de-bord')
  }

  /** Another account answers: this one is closed first, and the invitation waits. */
  async #signOut(ctx: HttpContext) {
    const hash = hashOf(ctx)
    await ctx.auth.use('web').logout()
    ctx.session.clear()
    ctx.session.put(WAITING, hash)
    return seeOther(ctx, RESUMED)
  }

  async #open(ctx: HttpContext): Promise<OpenInvitation | null> {
    keepSecret(ctx)
    return findOpenInvitation(hashOf(ctx), now())
  }

  #page(ctx: HttpContext, invitation: OpenInvitation, errors?: FieldError[]) {
    if (errors) ctx.response.status(422)
    if (!ctx.currentUser && invitation.hasAccount) {
      ctx.session.put(WAITING, hashOf(ctx))
      ctx.session.put('asked_page', RESUMED)
    }
    const { token } = ctx.params
    const action = token ? `/invitation/${token}` : RESUMED
    return ctx.view.render('identity/invitations/show', { invitation, action, errors, signedIn: ctx.currentUser, nom: ctx.request.input('nom') ?? invitation.name })
  }
}

const hashOf = ({ params, session }: HttpContext): string => (params.token ? hashToken(params.token) : String(session.get(WAITING) ?? ''))
