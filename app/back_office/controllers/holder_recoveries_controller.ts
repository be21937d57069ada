import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { closeRecovery, inviteHolderAgain, openRecovery } from '#identity'
import { findOpenRecovery } from '#identity/queries/find_recovery'
import { FORMER_BECOMES, formerBecomesLabel } from '#identity/rules/holder_recoveries'
import { findMemberSheet } from '#back_office/queries/find_member_sheet'
import { recoveryValidator } from '#back_office/validators/recovery'

const IS_HOLDER = { field: 'email', message: "Cette adresse est celle du titulaire\u00a0: envoyez-lui plutôt un lien de mot de passe" }

/** The procedure that gives a member a holder again: who asks, why, on what proof, and what becomes of the former. */
export default class HolderRecoveriesController {
  async create(ctx: HttpContext) {
    return this.#page(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, recoveryValidator)
    if (!form.ok) return this.#page(ctx, { errors: form.error.errors })
    const { motif: reason, preuve: proof, nom: name, email, ancien: formerBecomes, bloquer } = form.value
    const memberId = ctx.params.id as string
    const opened = await asStaff(async (trx) => {
      orNotFound(await findMemberSheet(trx, memberId))
      return openRecovery(trx, { memberId, staffId: ctx.staff.id, reason, proof, name, email, formerBecomes, block: bloquer !== undefined }, now())
    })
    if (!opened.ok) return this.#page(ctx, opened.error.type === 'is_holder' ? { errors: [IS_HOLDER] } : { refused: true })
    flash(ctx, { state: 'fine', title: "L'invitation part au nouveau titulaire", text: 'Il le devient en acceptant, dans les 7\u00a0jours.' })
    return seeOther(ctx, address(ctx))
  }

  async resend(ctx: HttpContext) {
    return this.#follow(ctx, inviteHolderAgain, { title: "L'invitation repart", text: "L'ancien lien ne sert plus." })
  }

  async close(ctx: HttpContext) {
    return this.#follow(ctx, closeRecovery, { title: 'La recherche est abandonnée', text: "L'invitation est retirée, et le titulaire d'avant le reste." })
  }

  async #follow(ctx: HttpContext, act: typeof closeRecovery, said: { title: string; text: string }) {
    const done = await asStaff((trx) => act(trx, { memberId: ctx.params.id, staffId: ctx.staff.id }, now()))
    if (!done.ok) return this.#page(ctx, { refused: true })
    flash(ctx, { state: 'fine', ...said })
    return seeOther(ctx, address(ctx))
  }

  async #page(ctx: HttpContext, { errors, refused = false }: { errors?: FieldError[]; refused?: boolean } = {}) {
    const { member, recovery } = await asStaff(async (trx) => ({
      member: orNotFound(await findMemberSheet(trx, ctx.params.id)),
      recovery: await findOpenRecovery(trx, ctx.params.id),
    }))
    if (errors) ctx.response.status(422)
    if (refused) ctx.response.status(409)
    return ctx.view.render('back_office/members/recovery', {
      member,
      recovery,
      errors,
      refused,
      values: ctx.request.all(),
      fates: FORMER_BECOMES.map((value) => ({ value, ...formerBecomesLabel(value) })),
      fateOf: formerBecomesLabel,
    })
  }
}

const address = ({ params }: HttpContext) => `/admin/adherents/${params.id}/titulaire`
