import { createMember, createStaff, insert, owner, rowOf, uniqueEmail } from '#tests/support/factories'
import { codeOf, codesOn, secretOn, sessionIdOf } from '#tests/functional/identity/account/people'
import { giveCode, givePassword, staffAs, staffVisitor } from '#tests/functional/back_office/staff_visitor'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const HOME = '/admin/compte'
const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'

async function enrolling() {
  const staff = await createStaff()
  await owner().from('staff_users').where('id', staff.id).update({ totp_secret: null })
  const someone = await staffVisitor()
  await givePassword(someone, staff)
  const secret = secretOn(await someone.get('/admin/connexion/activation'))
  return { staff, someone, enrol: () => someone.post('/admin/connexion/activation', { code: codeOf(secret) }) }
}

const changePassword = (right: boolean): JournalCase => async () => {
  const someone = await staffAs('planner')
  await someone.get(`${HOME}/mot-de-passe`)
  const current = right ? someone.staff.password : 'pas-le-bon-du-tout'
  return () => someone.post(`${HOME}/mot-de-passe`, { mot_de_passe_actuel: current, mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD })
}

/** Two browsers of one person. */
async function twice() {
  const someone = await staffAs('planner')
  await owner().from('staff_users').where('id', someone.staff.id).update({ totp_last_step: null })
  const other = await staffVisitor()
  await givePassword(other, someone.staff)
  await giveCode(other, someone.staff.code())
  const { handle } = await rowOf('staff_sessions', { id: sessionIdOf(other) })
  await someone.get(`${HOME}/appareils`)
  return { someone, handle }
}

export const TEAM_CASES: Record<string, JournalCase> = {
  'first_access.sent': async () => {
    const member = await createMember()
    await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email: uniqueEmail('direction') })
    const someone = await staffAs('member_relations')
    await someone.get(`/admin/adherents/${member.id}`)
    return () => someone.post(`/admin/adherents/${member.id}/premiere-connexion`)
  },
  'staff.password_changed': changePassword(true),
  'staff.password_refused': changePassword(false),
  'staff.recovery_code_used': async () => {
    const { staff, someone, enrol } = await enrolling()
    const [code] = codesOn(await someone.follow(await enrol()))
    const other = await staffVisitor()
    await givePassword(other, staff)
    return () => giveCode(other, code!)
  },
  'staff.recovery_codes_made': async () => (await enrolling()).enrol,
  'staff.second_factor_enabled': async () => (await enrolling()).enrol,
  'staff.session_closed': async () => {
    const { someone, handle } = await twice()
    return () => someone.post(`${HOME}/appareils/${handle}/fermeture`)
  },
  'staff.sessions_closed': async () => {
    const { someone } = await twice()
    return () => someone.post(`${HOME}/appareils/fermeture`)
  },
  'staff.sign_in_throttled': async () => {
    const staff = { ...(await createStaff()), password: 'pas-le-bon-mot-de-passe' }
    for (let count = 0; count < 5; count += 1) await givePassword(await staffVisitor(), staff)
    return async () => {
      await givePassword(await staffVisitor(), staff)
      await givePassword(await staffVisitor(), staff)
    }
  },
}
