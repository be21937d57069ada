import { Forbidden } from '#core/exceptions/refusals'
import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { SessionUser } from '#identity/queries/find_session_user'

/** Signed in, with several members and none chosen yet: the list of them comes first. */
export class MemberToChoose extends Exception {
  static status = 303
  static code = 'E_MEMBER_TO_CHOOSE'

  async handle(_error: this, { response }: HttpContext) {
    response.redirect().status(303).toPath('/comptes')
  }
}

/** What stops a user without a current member: the choice to make, or that no member is left to enter. */
export function mustChooseMember(user: SessionUser) {
  return user.accesses.length > 0 ? new MemberToChoose() : new Forbidden()
}
