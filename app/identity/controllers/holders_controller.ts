import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readIds } from '#core/http/ids'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { checkOwnPassword } from '#identity/account/check_own_password'
import { handOver } from '#identity/actions/hand_over'
import { renewSession } from '#identity/gates/renew_session'
import { listAccesses } from '#identity/queries/list_accesses'
import { actRefusalSentence, decideAct, type ActRefusal } from '#identity/rules/access_acts'
import { handOverValidator } from '#identity/validators/hand_over'
import { parisDay } from '#shared/dates'

const WRONG = { field: 'mot_de_passe', message: "Ce mot de passe n'est pas le vôtre" }
const TOO_MANY = { field: 'mot_de_passe', message: "Trop d'essais\u00a0: attendez un quart d'heure avant de recommencer" }

/** Hands over the role of holder: to an administrator, by the holder, who gives their password again. */
export default class HoldersController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, handOverValidator)
    const accesses = await accessesOf(ctx)
    const [chosen] = readIds(ctx.request.input('acces'))
    if (chosen) orNotFound(accesses.find(({ id }) => id === chosen))
    if (!form.ok) return this.#form(ctx, { errors: form.error.errors })
    const { id: userId } = ctx.currentUser
    const known = await checkOwnPassword({ kind: 'user', id: userId }, form.value.mot_de_passe, now())
    if (!known.ok) return this.#form(ctx, { errors: [known.error.type === 'wrong_password' ? WRONG : TOO_MANY] })

    const asked = { memberId: ctx.currentMember.id, accessId: form.value.acces, userId }
    const handed = await ctx.member((trx) => handOver(trx, asked, now()))
    if (!handed.ok) return this.#form(ctx, { refusal: handed.error })
    await renewSession(ctx)
    flash(ctx, { state: 'fine', title: 'Le rôle de titulaire est transmis', text: 'Vous restez administrateur. Connectez-vous désormais avec votre adresse e-mail.' })
    return seeOther(ctx, '/acces')
  }

  async #form(ctx: HttpContext, { errors, refusal }: { errors?: FieldError[]; refusal?: ActRefusal } = {}) {
    const { currentMember, request, response, view } = ctx
    const accesses = await accessesOf(ctx)
    const candidates = accesses.filter((one) => decideAct('hand_over', { ...one, own: one.userId === ctx.currentUser.id }, currentMember).ok)
    const refused = refusal ?? (currentMember.holder ? undefined : ({ type: 'not_the_holder' } as const))
    if (errors) response.status(422)
    if (refused) response.status(409)
    return view.render('identity/accesses/hand_over', {
      candidates,
      isHolder: currentMember.holder,
      errors,
      refusal: refused && actRefusalSentence(refused),
      number: currentMember.number,
      acces: request.input('acces'),
    })
  }
}

const accessesOf = (ctx: HttpContext) => ctx.member((trx) => listAccesses(trx, ctx.currentMember.id, parisDay(now())))
