import type { StaffRole } from '#core/http/policy'
import { backOffice } from '#tests/support/back_office'
import { createStaff, type Staff } from '#tests/support/factories'
import { Visitor } from '#tests/support/http'

/** A browser before the back office, signed out. */
export async function staffVisitor() {
  return new Visitor((await backOffice()).url)
}

/** The first step of the sign-in, by the real form. */
export async function givePassword(someone: Visitor, staff: Pick<Staff, 'email' | 'password'>) {
  await someone.get('/admin/connexion')
  return someone.post('/admin/connexion', { identifiant: staff.email, mot_de_passe: staff.password })
}

/** The second step. */
export async function giveCode(someone: Visitor, code: string) {
  await someone.get('/admin/connexion/code')
  return someone.post('/admin/connexion/code', { code })
}

/** A new staff member of a role, with a browser that is in. */
export async function staffAs(role: StaffRole, values: Parameters<typeof createStaff>[0] = {}) {
  const staff = await createStaff({ role, ...values })
  const someone = await staffVisitor()
  await givePassword(someone, staff)
  const page = await giveCode(someone, staff.code())
  if (page.status !== 303) throw new Error(`${staff.email} could not sign in: ${page.status} ${page.text.slice(0, 300)}`)
  return Object.assign(someone, { staff })
}

export type StaffVisitor = Awaited<ReturnType<typeof staffAs>>
