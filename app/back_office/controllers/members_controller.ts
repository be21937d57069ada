import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { asStaff } from '#core/tenants'
import { sendFirstAccess, type FirstAccessRefusal } from '#identity'
import { findMemberSheet } from '#back_office/queries/find_member_sheet'
import { opensMembers, readsAccesses } from '#back_office/roles'

export default class MembersController {
  async show(ctx: HttpContext) {
    return this.#show(ctx)
  }

  /** The link of a first access, to the contact on file. */
  async sendLink(ctx: HttpContext) {
    const { params, staff } = ctx
    orNotFound(await asStaff((trx) => findMemberSheet(trx, params.id)))
    const sent = await asStaff((trx) => sendFirstAccess(trx, { memberId: params.id, staffId: staff.id }, now()))
    if (!sent.ok) return this.#show(ctx, sent.error)
    flash(ctx, { state: 'fine', title: 'Le lien part par e-mail', text: 'Il sert une seule fois, pendant 60\u00a0minutes.' })
    return seeOther(ctx, `/admin/adherents/${params.id}`)
  }

  async #show({ params, staff, response, view }: HttpContext, refusal?: FirstAccessRefusal) {
    const member = orNotFound(await asStaff((trx) => findMemberSheet(trx, params.id)))
    if (refusal) response.status(409)
    return view.render('back_office/members/show', { member, refusal, opensMembers: opensMembers(staff.role), readsAccesses: readsAccesses(staff.role) })
  }
}
