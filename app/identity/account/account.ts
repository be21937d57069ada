import type { HttpContext } from '@adonisjs/core/http'
import type { Holder } from '#identity/second_factor/holder'

export type OwnAccount = {
  holder: Holder
  name: string
  email: string
  /** The address of "Mon compte", under which its pages are. */
  home: string
}

/** Whose account the page is about: the signed-in user's, or in the back office the member of staff's. */
export function accountOf({ currentUser, staff }: HttpContext): OwnAccount {
  return staff
    ? { holder: { kind: 'staff', id: staff.id }, name: staff.name, email: staff.email, home: '/admin/compte' }
    : { holder: { kind: 'user', id: currentUser.id }, name: currentUser.name, email: currentUser.email, home: '/compte' }
}

/** A page of one's own account, the same for users and for staff. */
export function renderAccount(ctx: HttpContext, page: string, data: Record<string, unknown> = {}) {
  return ctx.view.render(`identity/account/${page}`, { account: accountOf(ctx), ...data })
}
