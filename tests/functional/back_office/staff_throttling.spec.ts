import { test } from '@japa/runner'
import { createStaff, rowsOf, type Staff } from '#tests/support/factories'
import { giveCode, givePassword, staffVisitor } from '#tests/functional/back_office/staff_visitor'

const WRONG = 'pas-le-bon-mot-de-passe'

async function strangersTry(email: string, times: number) {
  const answers = []
  for (let count = 0; count < times; count++) answers.push((await givePassword(await staffVisitor(), { email, password: WRONG })).status)
  return answers
}

const eventsOf = async ({ id }: Staff) => (await rowsOf('journal_entries', { subject_id: id })).map(({ event }) => event)

test.group("Wrong passwords on a staff account", () => {
  test('have to wait after five, in French, whether or not there is such an account', async ({ assert }) => {
    for (const email of [(await createStaff()).email, `personne.${crypto.randomUUID()}@essai.example`]) {
      assert.deepEqual(await strangersTry(email, 5), [422, 422, 422, 422, 422])
      const page = await givePassword(await staffVisitor(), { email, password: WRONG })
      assert.equal(page.status, 429)
      assert.closeTo(Number(page.headers.get('retry-after')), 28, 3)
      assert.include(page.text, "Trop d'essais en peu de temps")
      assert.notInclude(page.links, '/mot-de-passe/oublie')
    }
  })

  test('do not stop the device on which both factors were given before', async ({ assert }) => {
    const staff = await createStaff()
    const device = await staffVisitor()
    await givePassword(device, staff)
    await giveCode(device, staff.code())
    await device.get('/admin')
    await device.post('/admin/deconnexion')
    await strangersTry(staff.email, 6)

    assert.equal((await givePassword(await staffVisitor(), staff)).status, 429)
    assert.equal((await givePassword(device, staff)).location, '/admin/connexion/code')
    assert.notInclude(device.cookies.map(({ name }) => name), 'ostra_device')
  })

  test('are each in the journal, and the wait once', async ({ assert }) => {
    const staff = await createStaff()
    await strangersTry(staff.email, 8)
    assert.sameMembers(await eventsOf(staff), [...Array(5).fill('staff.sign_in_refused'), 'staff.sign_in_throttled'])
  })

  test('leave no cookie for a script that nothing reads', async ({ assert }) => {
    const someone = await staffVisitor()
    await someone.get('/admin/connexion')
    assert.notInclude(someone.cookies.map(({ name }) => name), 'XSRF-TOKEN')
  })
})
