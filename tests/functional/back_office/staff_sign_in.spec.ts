import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { createStaff, createVisit, owner, rowOf, rowsOf, type Staff } from '#tests/support/factories'
import { inDays } from '#tests/support/clock'
import { Visitor } from '#tests/support/http'
import { giveCode, givePassword, staffAs, staffVisitor } from '#tests/functional/back_office/staff_visitor'

const SESSION = 'ostra_staff'
const sessionOf = (someone: Visitor) => someone.cookies.find(({ name }) => name === SESSION)!.value

/** Another browser that was given this session's cookie. */
function copyOf(someone: Visitor) {
  const Cookie = `${SESSION}=${sessionOf(someone)}`
  return { get: (path: string) => new Visitor(someone.baseUrl).get(path, { headers: { Cookie } }) }
}

/** The row behind a session's cookie: its value is signed, and holds the id. */
const idOf = (someone: Visitor) => {
  const [payload] = decodeURIComponent(sessionOf(someone)).slice(2).split('.')
  return JSON.parse(Buffer.from(payload!, 'base64url').toString()).message as string
}

const codeAt = (staff: Staff, secondsFromNow: number) =>
  new TOTP({ secret: Secret.fromBase32(staff.totpSecret) }).generate({ timestamp: Date.now() + secondsFromNow * 1000 })

const wrongCode = (staff: Staff) => {
  const near = [-60, -30, 0, 30, 60].map((seconds) => codeAt(staff, seconds))
  return ['000001', '000002', '000003', '000004', '000005', '000006'].find((code) => !near.includes(code))!
}

test.group("Staff's sign-in", () => {
  test('asks the password, then the code, and opens the page that was asked first', async ({ assert }) => {
    const staff = await createStaff()
    const visit = await createVisit({ startsAt: inDays(6, '10:00') })
    const someone = await staffVisitor()
    const asked = await someone.get(`/admin/visites/${visit.id}`)
    assert.deepEqual([asked.status, asked.location], [303, '/admin/connexion'])

    const form = await someone.follow(asked)
    assert.sameMembers(form.form('Connexion')!.buttons, ['Connexion'])
    const password = await givePassword(someone, staff)
    assert.deepEqual([password.status, password.location], [303, '/admin/connexion/code'])

    const code = await someone.get('/admin/connexion/code')
    assert.include(code.text, 'Code à 6 chiffres')
    const entered = await giveCode(someone, staff.code())
    assert.deepEqual([entered.status, entered.location], [303, `/admin/visites/${visit.id}`])
    const page = await someone.follow(entered)
    assert.equal(page.status, 200)
    assert.include(page.text, staff.name)
    assert.include(page.text, 'secrétariat')
  })

  test('opens nothing with the password alone', async ({ assert }) => {
    const someone = await staffVisitor()
    await givePassword(someone, await createStaff({ role: 'administrator' }))
    for (const path of ['/admin', '/admin/planification', '/admin/resources/adherents', '/admin/frontend/assets/app.bundle.js']) {
      assert.equal((await someone.get(path)).location, '/admin/connexion')
    }
  })

  test('reads a code in two groups of three, as telephones show it', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    const code = staff.code()
    assert.equal((await giveCode(someone, `${code.slice(0, 3)} ${code.slice(3)}`)).status, 303)
  })

  test('leads back to the home when no page was asked, and shows the form to nobody who is in', async ({ assert }) => {
    const someone = await staffAs('planner')
    const again = await someone.get('/admin/connexion')
    assert.deepEqual([again.status, again.location], [303, '/admin'])
  })

  test('gives the session a new id at each step: one that was planted opens nothing', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await someone.get('/admin/connexion')
    const planted = copyOf(someone)
    const ids = [sessionOf(someone)]
    await givePassword(someone, staff)
    ids.push(sessionOf(someone))
    const halfway = copyOf(someone)
    await giveCode(someone, staff.code())
    ids.push(sessionOf(someone))

    assert.equal(new Set(ids).size, 3)
    assert.equal((await someone.get('/admin')).status, 200)
    assert.equal((await planted.get('/admin')).status, 303)
    assert.equal((await halfway.get('/admin')).status, 303)
  })

  test('keeps the secret of the second factor unreadable, and shares no cookie with the portal', async ({ assert }) => {
    const someone = await staffAs('planner')
    const row = await rowOf('staff_users', { id: someone.staff.id })
    assert.notInclude(row.totp_secret, someone.staff.totpSecret)
    assert.notInclude(someone.cookies.map(({ name }) => name), 'ostra_portal')
    assert.isNotNull(await rowOf('staff_sessions', { id: idOf(someone) }))
    assert.isNull(await rowOf('sessions', { id: idOf(someone) }))
  })

  test('writes who came in and who was refused', async ({ assert }) => {
    const someone = await staffAs('planner')
    const { id } = someone.staff
    await givePassword(await staffVisitor(), { email: someone.staff.email, password: 'pas-le-bon-mot-de-passe' })
    await someone.post('/admin/deconnexion')
    const events = (await rowsOf('journal_entries', { subject_id: id })).map(({ event, actor_kind: kind }) => `${event} ${kind}`)
    assert.sameMembers(events, ['staff.signed_in staff', 'staff.sign_in_refused nobody', 'staff.signed_out staff'])
  })
})

test.group('A password of staff', () => {
  test('that is wrong, of nobody or of a closed account gets the same words and the same status', async ({ assert }) => {
    const [open, closed] = [await createStaff(), await createStaff()]
    await owner().from('staff_users').where('id', closed.id).update({ active: false })
    const tries = [
      { email: open.email, password: 'pas-le-bon-mot-de-passe' },
      { email: 'personne@essai.example', password: open.password },
      closed,
    ]
    const answers = []
    for (const one of tries) {
      const page = await givePassword(await staffVisitor(), one)
      answers.push([page.status, page.text.replace(one.email, '')])
    }
    assert.equal(answers[0]![0], 422)
    assert.include(answers[0]![1] as string, "L'identifiant ou le mot de passe n'est pas le bon")
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
  })

  test('that is missing, too long or holds a NUL byte is said to be so', async ({ assert }) => {
    const someone = await staffVisitor()
    await someone.get('/admin/connexion')
    const missing = await someone.post('/admin/connexion', { identifiant: '', mot_de_passe: '' })
    assert.equal(missing.status, 422)
    assert.include(missing.text, 'Deux points à corriger')
    assert.include(missing.text, 'Indiquez votre adresse e-mail')
    const long = await someone.post('/admin/connexion', { identifiant: 'a'.repeat(300), mot_de_passe: 'b'.repeat(200) })
    assert.equal(long.status, 422)
    const unreadable = await someone.post('/admin/connexion', { identifiant: 'a\u0000b', mot_de_passe: 'c' })
    assert.equal(unreadable.status, 422)
    assert.include(unreadable.text, 'caractère illisible')
  })

  test('without its token is a form of nobody', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await someone.get('/admin/connexion')
    const forged = await someone.post('/admin/connexion', { identifiant: staff.email, mot_de_passe: staff.password, _csrf: undefined })
    assert.equal(forged.status, 419)
  })
})

test.group('A code of staff', () => {
  test('is accepted once, also from another browser', async ({ assert }) => {
    const staff = await createStaff()
    const code = staff.code()
    const [first, second] = [await staffVisitor(), await staffVisitor()]
    await givePassword(first, staff)
    await givePassword(second, staff)
    assert.equal((await giveCode(first, code)).status, 303)
    const replayed = await giveCode(second, code)
    assert.equal(replayed.status, 422)
    assert.include(replayed.text, 'il a déjà servi')
    assert.equal((await second.get('/admin')).status, 303)
  })

  test('that two browsers give at once lets one of them in', async ({ assert }) => {
    const staff = await createStaff()
    const code = staff.code()
    const both = [await staffVisitor(), await staffVisitor()]
    for (const one of both) await givePassword(one, staff)
    for (const one of both) await one.get('/admin/connexion/code')
    const answers = await Promise.all(both.map((one) => one.post('/admin/connexion/code', { code })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 422])
  })

  test('may be one step early or late, and not older than the last that was accepted', async ({ assert }) => {
    const staff = await createStaff()
    const [early, late, old] = [await staffVisitor(), await staffVisitor(), await staffVisitor()]
    for (const one of [early, late, old]) await givePassword(one, staff)
    assert.equal((await giveCode(old, codeAt(staff, -90))).status, 422)
    assert.equal((await giveCode(early, codeAt(staff, 30))).status, 303)
    assert.equal((await giveCode(late, codeAt(staff, 0))).status, 422)
  })

  test('that is no six digits is said to be so, and not counted', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    for (const code of ['', '12345', '1234567', 'abcdef', '12\u0000345']) {
      assert.equal((await giveCode(someone, code)).status, 422)
    }
    assert.equal((await rowOf('staff_users', { id: staff.id })).code_failures, 0)
    assert.equal((await giveCode(someone, staff.code())).status, 303)
  })

  test('that is wrong five times leads back to the password, which opens the way again', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    const wrong = wrongCode(staff)
    for (let count = 1; count < 5; count++) assert.equal((await giveCode(someone, wrong)).status, 422)
    const fifth = await giveCode(someone, wrong)
    assert.deepEqual([fifth.status, fifth.location], [303, '/admin/connexion'])
    assert.include((await someone.follow(fifth)).text, 'Cinq codes ont été refusés')

    assert.equal((await someone.get('/admin/connexion/code')).location, '/admin/connexion')
    await givePassword(someone, staff)
    assert.equal((await giveCode(someone, staff.code())).location, '/admin')
  })

  test('that is right is refused a while after ten wrong ones, from however many browsers', async ({ assert }) => {
    const staff = await createStaff()
    const wrong = wrongCode(staff)
    for (let round = 0; round < 2; round++) {
      const someone = await staffVisitor()
      await givePassword(someone, staff)
      for (let count = 0; count < 5; count++) await giveCode(someone, wrong)
    }
    const rightful = await staffVisitor()
    await givePassword(rightful, staff)
    const refused = await giveCode(rightful, staff.code())
    assert.equal(refused.location, '/admin/connexion')
    assert.include((await rightful.follow(refused)).text, "Attendez un quart d'heure")

    await owner().from('staff_users').where('id', staff.id).update({ code_failed_at: new Date(Date.now() - 16 * 60_000) })
    await givePassword(rightful, staff)
    assert.equal((await giveCode(rightful, staff.code())).location, '/admin')
  })

  test('cannot be tried more often by asking many times at once', async ({ assert }) => {
    const staff = await createStaff()
    const someone = await staffVisitor()
    await givePassword(someone, staff)
    const form = await someone.get('/admin/connexion/code')
    const wrong = wrongCode(staff)
    await Promise.all(Array.from({ length: 30 }, () => someone.post('/admin/connexion/code', { code: wrong }, { from: form })))
    assert.equal((await rowOf('staff_users', { id: staff.id })).code_failures, 10)
  })

  test('is not asked of somebody who gave no password', async ({ assert }) => {
    const someone = await staffVisitor()
    const page = await someone.get('/admin/connexion/code')
    assert.deepEqual([page.status, page.location], [303, '/admin/connexion'])
  })
})

/** Ages a session as if it had begun, or been used, so many minutes ago. */
async function age(someone: Visitor, key: 'started_at' | 'seen_at', minutes: number) {
  const id = idOf(someone)
  const row = await rowOf('staff_sessions', { id })
  const data = JSON.parse(row.data)
  data.message[key] = Date.now() - minutes * 60_000
  await owner().from('staff_sessions').where('id', id).update({ data: JSON.stringify(data) })
}

test.group("A session of staff", () => {
  test('ends after thirty idle minutes, and twelve hours after the sign-in', async ({ assert }) => {
    const [idle, used, old] = [await staffAs('planner'), await staffAs('planner'), await staffAs('planner')]
    await age(used, 'seen_at', 29)
    assert.equal((await used.get('/admin')).status, 200)
    await age(idle, 'seen_at', 30)
    assert.equal((await idle.get('/admin')).location, '/admin/connexion')
    await age(old, 'started_at', 12 * 60)
    assert.equal((await old.get('/admin')).location, '/admin/connexion')
  })

  test('ends with the account, and follows the role at the next page', async ({ assert }) => {
    const [someone, closed] = [await staffAs('planner'), await staffAs('planner')]
    await owner().from('staff_users').where('id', someone.staff.id).update({ role: 'billing' })
    assert.equal((await someone.get('/admin/planification')).status, 403)
    assert.notInclude((await someone.get('/admin')).links, '/admin/planification')
    await owner().from('staff_users').where('id', closed.staff.id).update({ active: false })
    assert.equal((await closed.get('/admin')).location, '/admin/connexion')
  })

  test('ends by POST only, and for whoever kept its cookie', async ({ assert }) => {
    const someone = await staffAs('planner')
    const thief = copyOf(someone)
    assert.equal((await someone.get('/admin/deconnexion')).status, 404)
    assert.equal((await someone.get('/admin')).status, 200)
    const out = await someone.post('/admin/deconnexion')
    assert.deepEqual([out.status, out.location], [303, '/admin/connexion'])
    assert.equal(out.headers.get('clear-site-data'), '"cache", "storage"')
    assert.equal((await thief.get('/admin')).location, '/admin/connexion')
  })
})
