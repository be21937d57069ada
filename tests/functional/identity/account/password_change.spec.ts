import { test } from '@japa/runner'
import { eventsOf, noticesOf, sessionIdOf, somebody } from '#tests/functional/identity/account/people'
import { owner, PASSWORD, rowsOf } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'

const PAGE = '/compte/mot-de-passe'
const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'

async function change(someone: Visitor, fields: { [name: string]: string | undefined } = {}) {
  await someone.get(PAGE)
  return someone.post(PAGE, { mot_de_passe_actuel: PASSWORD, mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD, ...fields })
}

test.group('A change of password', () => {
  test('ends the other sessions, gives this one a new id and is told by mail', async ({ assert }) => {
    const { user, someone } = await somebody()
    const other = await signedInAs(user)
    const before = sessionIdOf(someone)
    const changed = await change(someone)
    assert.deepEqual([changed.status, changed.location], [303, '/compte'])
    assert.include((await someone.follow(changed)).text, 'Votre mot de passe est changé')
    assert.notEqual(sessionIdOf(someone), before)
    assert.equal((await other.get('/comptes')).location, '/connexion')
    assert.equal((await visitor().signIn(user)).status, 422)
    assert.equal((await visitor().signIn({ ...user, password: NEW_PASSWORD })).status, 303)
    assert.include(await eventsOf(user), 'password.changed')
    assert.deepEqual(await noticesOf(user), ['password_changed'])
    assert.equal((await someone.get('/comptes')).status, 200)
  })

  test('kills the reset links that wait', async ({ assert }) => {
    const { user, someone } = await somebody()
    await someone.get('/compte')
    await someone.post('/compte/mot-de-passe/oublie')
    await change(someone)
    const [link] = await rowsOf('account_links', { user_id: user.id })
    assert.isNotNull(link.superseded_at)
  })

  test('refuses {what}, and changes nothing')
    .with([
      { what: 'a wrong current password', fields: { mot_de_passe_actuel: 'pas-le-bon-du-tout' }, message: "Ce n'est pas votre mot de passe actuel" },
      { what: 'no current password', fields: { mot_de_passe_actuel: '' }, message: 'Indiquez votre mot de passe actuel' },
      { what: 'a short one', fields: { mot_de_passe: 'court', confirmation: 'court' }, message: 'au moins 12' },
      { what: 'a guessable one', fields: { mot_de_passe: 'motdepasse1234', confirmation: 'motdepasse1234' }, message: 'se devine' },
      { what: 'another confirmation', fields: { confirmation: 'autre-chose-encore-99' }, message: 'La confirmation diffère' },
      { what: 'the same one', fields: { mot_de_passe: PASSWORD, confirmation: PASSWORD }, message: "C'est déjà votre mot de passe" },
    ])
    .run(async ({ assert }, { fields, message }) => {
      const { user, someone } = await somebody()
      const page = await change(someone, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.notInclude(page.html, NEW_PASSWORD)
      assert.equal((await visitor().signIn(user)).status, 303)
      assert.isEmpty(await noticesOf(user))
    })

  test('lets nobody try many passwords before an open session', async ({ assert }) => {
    const { user, someone } = await somebody()
    for (let count = 0; count < 10; count++) await change(someone, { mot_de_passe_actuel: `pas-le-bon-${count}` })
    const right = await change(someone)
    assert.equal(right.status, 422)
    assert.include(right.text, "attendez un quart d'heure")
    assert.lengthOf((await eventsOf(user)).filter((event) => event === 'password.refused'), 10)
    await owner().from('users').where('id', user.id).update({ code_failed_at: new Date(Date.now() - 16 * 60_000) })
    assert.equal((await change(someone)).status, 303)
  })
})

test.group('A forgotten current password', () => {
  test('has a link mailed to who is signed in, once for a double click', async ({ assert }) => {
    const { user, someone } = await somebody()
    const page = await someone.get('/compte')
    assert.isDefined(page.form("J'ai oublié mon mot de passe actuel"))
    const sent = await someone.post('/compte/mot-de-passe/oublie')
    assert.include((await someone.follow(sent)).text, `Un lien part à ${user.email}`)
    await someone.post('/compte/mot-de-passe/oublie')
    const links = await rowsOf('account_links', { user_id: user.id })
    assert.deepEqual(links.map(({ purpose }) => purpose), ['password_reset'])
  })
})

test.group('A change of name', () => {
  test('shows at once, and is in the journal once', async ({ assert }) => {
    const { user, someone } = await somebody()
    await someone.get('/compte/nom')
    await someone.post('/compte/nom', { nom: '  Claire Le Bihan ' })
    await someone.post('/compte/nom', { nom: 'Claire Le Bihan' })
    assert.include((await someone.get('/compte')).text, 'Claire Le Bihan')
    assert.deepEqual(await eventsOf(user), ['name.changed'])
  })

  test('to {what} is refused with what was typed')
    .with([
      { what: 'nothing', nom: '' },
      { what: 'one letter', nom: 'C' },
      { what: 'a long text', nom: 'C'.repeat(200) },
      { what: 'a NUL byte', nom: 'Cla\u0000ire' },
    ])
    .run(async ({ assert }, { nom }) => {
      const { user, someone } = await somebody()
      await someone.get('/compte/nom')
      assert.equal((await someone.post('/compte/nom', { nom })).status, 422)
      assert.isEmpty(await eventsOf(user))
    })

  test('with a markup is a name like another', async ({ assert }) => {
    const { someone } = await somebody()
    await someone.get('/compte/nom')
    await someone.post('/compte/nom', { nom: '<script>alert(1)</script>' })
    assert.notInclude((await someone.get('/compte')).html, '<script>alert(1)')
  })
})
