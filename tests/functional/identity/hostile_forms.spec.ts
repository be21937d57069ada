import { test } from '@japa/runner'
import { createMember, createUser, PASSWORD } from '#tests/support/factories'
import { visitor } from '#tests/support/http'

test.group('A hostile form', () => {
  test('with a repeated field is told so in French', async ({ assert }) => {
    const someone = visitor()
    await someone.get('/connexion')
    const page = await someone.post('/connexion', { 'identifiant': undefined, 'identifiant[]': 'a', 'mot_de_passe': PASSWORD })
    assert.equal(page.status, 422)
    assert.notMatch(page.text, /field must/)
  })

  test('leads to no other site after the sign-in: {from}')
    .with([{ from: '//evil.example/x' }, { from: '/\\evil.example' }, { from: '/convocations/x.pdf' }])
    .run(async ({ assert }, { from }) => {
      const user = await createUser({ member: await createMember() })
      const someone = visitor()
      const { host } = new URL(someone.baseUrl)
      await someone.get('/connexion')
      await someone.post('/session', {}, { headers: { Referer: `http://${host}${from}` } })
      const page = await someone.signIn({ identifier: user.email, password: PASSWORD })
      assert.equal(page.location, '/tableau-de-bord')
    })
})
