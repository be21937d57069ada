import { test } from '@japa/runner'
import { codeOf, codesOn, eventsOf, noticesOf, secretOn, sessionIdOf, wrongCodeOf } from '#tests/functional/identity/account/people'
import { giveCode, givePassword, staffAs, staffVisitor, type StaffVisitor } from '#tests/functional/back_office/staff_visitor'
import { createStaff, owner, rowOf, rowsOf } from '#tests/support/factories'

const HOME = '/admin/compte'
const FACTOR = `${HOME}/double-authentification`
const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'

const changes = async ({ staff }: StaffVisitor) => (await eventsOf(staff)).filter((event) => event !== 'staff.signed_in')

/** A member of staff whom nobody enrolled yet. */
async function newcomer() {
  const staff = await createStaff()
  await owner().from('staff_users').where('id', staff.id).update({ totp_secret: null })
  return staff
}

test.group('The first sign-in of a member of staff', () => {
  test('sets up their application before anything else, then shows their recovery codes', async ({ assert }) => {
    const staff = await newcomer()
    const someone = await staffVisitor()
    const asked = await givePassword(someone, staff)
    assert.equal(asked.location, '/admin/connexion/activation')
    const page = await someone.follow(asked)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    for (const path of ['/admin', HOME, '/admin/planification']) assert.equal((await someone.get(path)).location, '/admin/connexion')
    await someone.get('/admin/connexion/activation')
    const secret = secretOn(page)
    const enrolled = await someone.post('/admin/connexion/activation', { code: codeOf(secret) })
    assert.equal(enrolled.location, `${FACTOR}/codes`)
    assert.lengthOf(codesOn(await someone.follow(enrolled)), 10)
    assert.equal((await someone.get('/admin')).status, 200)
    assert.notInclude((await rowOf('staff_users', { id: staff.id })).totp_secret, secret)
    assert.sameMembers(await eventsOf(staff), ['staff.second_factor_enabled', 'staff.recovery_codes_made', 'staff.signed_in'])
    assert.deepEqual(await noticesOf(staff), ['second_factor_on'])
  })

  test('opens nothing with a wrong code, and goes back to the password after five', async ({ assert }) => {
    const staff = await newcomer()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    const secret = secretOn(await someone.get('/admin/connexion/activation'))
    for (let count = 1; count < 5; count++) assert.equal((await someone.post('/admin/connexion/activation', { code: wrongCodeOf(secret) })).status, 422)
    assert.equal((await someone.post('/admin/connexion/activation', { code: wrongCodeOf(secret) })).location, '/admin/connexion')
    assert.isNull((await rowOf('staff_users', { id: staff.id })).totp_secret)
  })

  test('enrols one of two who have the password', async ({ assert }) => {
    const staff = await newcomer()
    const both = [await staffVisitor(), await staffVisitor()]
    const secrets: string[] = []
    for (const one of both) {
      await givePassword(one, staff)
      secrets.push(secretOn(await one.get('/admin/connexion/activation')))
    }
    const answers = await Promise.all(both.map((one, rank) => one.post('/admin/connexion/activation', { code: codeOf(secrets[rank]!) })))
    assert.sameMembers(answers.map(({ location }) => location), [`${FACTOR}/codes`, '/admin/connexion'])
  })

  test('is open to nobody who is enrolled, nor to somebody without the password', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    assert.equal((await someone.get('/admin/connexion/activation')).location, '/admin/connexion')
    assert.equal((await givePassword(someone, staff)).location, '/admin/connexion/code')
    assert.equal((await someone.get('/admin/connexion/activation')).location, '/admin/connexion')
  })
})

test.group('Mon compte of a member of staff', () => {
  test('is reached from every page, and says who they are', async ({ assert }) => {
    const someone = await staffAs('planner')
    assert.include((await someone.get('/admin')).links, HOME)
    const page = await someone.get(HOME)
    assert.equal(page.heading, 'Mon compte')
    assert.include(page.text, someone.staff.email)
    assert.notInclude(page.text, "Clés d'accès")
  })

  test('changes the password, ends the other sessions, gives this one a new id', async ({ assert }) => {
    const someone = await staffAs('planner')
    await owner().from('staff_users').where('id', someone.staff.id).update({ totp_last_step: null })
    const other = await staffVisitor()
    await givePassword(other, someone.staff)
    await giveCode(other, someone.staff.code())
    assert.equal((await other.get('/admin')).status, 200)
    const before = sessionIdOf(someone)
    await someone.get(`${HOME}/mot-de-passe`)
    const wrong = await someone.post(`${HOME}/mot-de-passe`, { mot_de_passe_actuel: 'pas-le-bon-du-tout', mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD })
    assert.equal(wrong.status, 422)
    const changed = await someone.post(`${HOME}/mot-de-passe`, { mot_de_passe_actuel: someone.staff.password, mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD })
    assert.equal(changed.location, HOME)
    assert.notEqual(sessionIdOf(someone), before)
    assert.equal((await other.get('/admin')).location, '/admin/connexion')
    assert.equal((await someone.get(HOME)).status, 200)
    assert.equal((await givePassword(await staffVisitor(), { ...someone.staff, password: NEW_PASSWORD })).status, 303)
    assert.deepEqual(await changes(someone), ['staff.password_refused', 'staff.password_changed'])
    assert.deepEqual(await noticesOf(someone.staff), ['password_changed'])
  })

  test('replaces the application by the code of the new one, after the password once more', async ({ assert }) => {
    const someone = await staffAs('planner')
    const stale = await rowOf('staff_sessions', { id: sessionIdOf(someone) })
    const data = JSON.parse(stale.data)
    data.message.authenticated_at -= 11 * 60_000
    await owner().from('staff_sessions').where('id', stale.id).update({ data: JSON.stringify(data) })
    assert.equal((await someone.get(`${FACTOR}/application`)).location, `${HOME}/verification`)
    await someone.get(`${HOME}/verification`)
    const confirmed = await someone.post(`${HOME}/verification`, { mot_de_passe_actuel: someone.staff.password })
    const secret = secretOn(await someone.follow(confirmed))
    assert.equal((await someone.post(`${FACTOR}/application`, { code: someone.staff.code() })).status, 422)
    const changed = await someone.post(`${FACTOR}/application`, { code: codeOf(secret, -30) })
    assert.lengthOf(codesOn(await someone.follow(changed)), 10)

    const again = await staffVisitor()
    await givePassword(again, someone.staff)
    assert.equal((await giveCode(again, someone.staff.code())).status, 422)
    assert.equal((await giveCode(again, codeOf(secret))).status, 303)
    assert.deepEqual(await noticesOf(someone.staff), ['second_factor_changed'])
  })

  test('has recovery codes that open once in the place of the application', async ({ assert }) => {
    const someone = await staffAs('planner')
    await someone.get(FACTOR)
    const codes = codesOn(await someone.follow(await someone.post(`${FACTOR}/codes`)))
    assert.lengthOf(codes, 10)
    const again = await staffVisitor()
    await givePassword(again, someone.staff)
    const entered = await giveCode(again, codes[0]!)
    assert.equal(entered.location, '/admin')
    assert.include((await again.follow(entered)).text, 'Il vous en reste 9')
    assert.include(await changes(someone), 'staff.recovery_code_used')
    assert.isNotNull((await rowsOf('recovery_codes', { staff_id: someone.staff.id })).find(({ used_at: at }) => at))
  })

  test('lists their devices and closes one, at once', async ({ assert }) => {
    const someone = await staffAs('planner')
    await owner().from('staff_users').where('id', someone.staff.id).update({ totp_last_step: null })
    const other = await staffVisitor()
    await givePassword(other, someone.staff)
    await giveCode(other, someone.staff.code())
    const page = await someone.get(`${HOME}/appareils`)
    assert.include(page.text, 'Cet appareil')
    const { handle } = await rowOf('staff_sessions', { id: sessionIdOf(other) })
    await someone.post(`${HOME}/appareils/${handle}/fermeture`)
    assert.equal((await other.get('/admin')).location, '/admin/connexion')
    assert.equal((await someone.get('/admin')).status, 200)
    assert.deepEqual(await changes(someone), ['staff.session_closed'])
  })

  test('closes no session of a colleague', async ({ assert }) => {
    const [mine, theirs] = [await staffAs('administrator'), await staffAs('planner')]
    const { handle } = await rowOf('staff_sessions', { id: sessionIdOf(theirs) })
    await mine.get(`${HOME}/appareils`)
    assert.equal((await mine.post(`${HOME}/appareils/${handle}/fermeture`)).status, 404)
    await mine.post(`${HOME}/appareils/fermeture`)
    assert.equal((await theirs.get('/admin')).status, 200)
  })
})
