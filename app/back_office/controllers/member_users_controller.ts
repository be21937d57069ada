import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { asStaff } from '#core/tenants'
import { findMemberSheet } from '#back_office/queries/find_member_sheet'
import { listMemberUsers } from '#back_office/queries/list_member_users'
import { opensMembers } from '#back_office/roles'
import { accessStateWord, type AccessState } from '#identity/rules/access_state'
import { parisDay } from '#shared/dates'

const REVOKED = { label: 'Retiré', badge: 'none' } as const

/** The users of a member, with what each may do: read. */
export default class MemberUsersController {
  async index({ params, staff, view }: HttpContext) {
    const { member, users } = await asStaff(async (trx) => ({
      member: orNotFound(await findMemberSheet(trx, params.id)),
      users: await listMemberUsers(trx, params.id, parisDay(now())),
    }))
    const stateWord = (state: AccessState | 'revoked') => (state === 'revoked' ? REVOKED : accessStateWord(state))
    return view.render('back_office/members/users', { member, users, stateWord, opensMembers: opensMembers(staff.role) })
  }
}
