import { createMember, createStaff, createUser, PASSWORD } from '#tests/support/factories'
import { visitor } from '#tests/support/http'
import { giveCode, givePassword, staffAs, staffVisitor } from '#tests/functional/back_office/staff_visitor'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const aUser = async () => createUser({ member: await createMember(), holder: true })

export const SIGN_IN_CASES: Record<string, JournalCase> = {
  'session.opened': async () => {
    const user = await aUser()
    return () => visitor().signIn(user)
  },
  'session.refused': async () => {
    const user = await aUser()
    return () => visitor().signIn({ ...user, password: 'ce-n-est-pas-le-bon-1' })
  },
  'staff.code_refused': async () => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    return () => giveCode(someone, '000000')
  },
  'staff.sign_in_refused': async () => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    return () => givePassword(someone, { ...staff, password: `${PASSWORD}-autre` })
  },
  'staff.signed_in': async () => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    return () => giveCode(someone, staff.code())
  },
  'staff.signed_out': async () => {
    const someone = await staffAs('planner')
    await someone.get('/admin')
    return () => someone.post('/admin/deconnexion')
  },
}
