import { test } from '@japa/runner'
import edge from 'edge.js'
import { createMember, createUser } from '#tests/support/factories'
import { owner } from '#tests/support/factories/rows'
import { signedInAs, visitor } from '#tests/support/http'

const STATUSES = [400, 403, 404, 409, 413, 415, 419, 429, 500, 503]

test.group('The pages of a refusal', () => {
  test('each can be drawn with nothing shared: no session, no database, no user', async ({ assert }) => {
    for (const status of STATUSES) {
      const html = await edge.render(`errors/${status}`, { error: { message: 'connect ECONNREFUSED 10.0.0.1:5432', stack: 'at secret.ts' } })
      assert.match(html, /<h1>[^<]{10,}<\/h1>/, String(status))
      assert.include(html, 'enregistré', String(status))
      assert.notMatch(html, /ECONNREFUSED|secret\.ts/, String(status))
    }
  })

  test('an address that leads nowhere has the page, the status and the headers, signed in or not', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    for (const who of [visitor(), someone]) {
      const page = await who.get('/nulle-part')
      assert.equal(page.status, 404)
      assert.equal(page.heading, 'Page introuvable')
      assert.isNotNull(page.headers.get('content-security-policy'))
    }
  })

  test('asked by htmx, it is the content only', async ({ assert }) => {
    const page = await visitor().get('/nulle-part', { htmx: true })
    assert.equal(page.status, 404)
    assert.notInclude(page.html, '<header')
    assert.equal(page.heading, 'Page introuvable')
  })

  test('a refused right names those who can give it', async ({ assert }) => {
    const html = await edge.render('errors/403', { error: { administrators: ['Odile Varennes', 'Hugo Delaunoy'] } })
    assert.include(html, 'Ces administrateurs du compte peuvent vous donner ce droit')
    assert.include(html, 'Odile Varennes, Hugo Delaunoy')
  })

  test('a form of another account offers to come back to it', async ({ assert }) => {
    const members = [await createMember(), await createMember()]
    const someone = await signedInAs(await createUser({ members }))
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[0]!.id}/entree`)
    const form = await someone.get('/demandes/nouvelle')
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[1]!.id}/entree`)
    const refused = await someone.post('/demandes', {}, { from: form })

    assert.equal(refused.status, 409)
    const back = refused.form(`Revenir à ${members[0]!.name}`)!
    assert.equal(back.action, `/comptes/${members[0]!.id}/entree`)
    const returned = await someone.post(back.action, {}, { from: refused })
    assert.equal(returned.location, '/tableau-de-bord')
    assert.include((await someone.follow(returned)).title, members[0]!.name)
  })

  test('a form without its token is refused, and says so', async ({ assert }) => {
    const someone = visitor()
    await someone.get('/connexion')
    const page = await someone.post('/connexion', { _csrf: undefined, identifiant: 'x', mot_de_passe: 'y' })
    assert.equal(page.status, 419)
    assert.include(page.text, "Rien n'a été enregistré")
  })

  test('a failure shows nothing of the machine', async ({ assert, cleanup }) => {
    await owner().rawQuery('revoke select on centres from ostra_portal')
    cleanup(() => owner().rawQuery('grant select on centres to ostra_portal'))
    const page = await visitor().get('/')
    assert.equal(page.status, 500)
    assert.equal(page.heading, 'Une erreur est survenue chez nous')
    assert.notMatch(page.html, /permission denied|centres/)
  })
})
