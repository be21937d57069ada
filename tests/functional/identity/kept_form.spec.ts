import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { itIs } from '#tests/support/clock'
import { createEmployee, createMember, createUser, PASSWORD, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

const REASON = 'Port de charges nouveau sur la ligne 3'

async function interrupted(cleanup: (back: () => void) => void) {
  const member = await createMember()
  const employee = await createEmployee({ member })
  const user = await createUser({ member })
  const someone = await signedInAs(user)
  const form = await someone.get(`/demandes/nouvelle?salarie=${employee.id}`)
  itIs(DateTime.utc().plus({ minutes: 31 }), cleanup)
  const fields = { nature: 'demande', motif: REASON, salarie: employee.id }
  const refused = await someone.post('/demandes', fields, { from: form })
  return { member, user, someone, refused }
}

test.group('A form sent after the end of the session', () => {
  test('writes nothing, and is there again after the sign-in, to be read over', async ({ assert, cleanup }) => {
    const { member, user, someone, refused } = await interrupted(cleanup)
    assert.equal(refused.location, '/connexion')
    const back = await someone.signIn({ identifier: user.email, password: PASSWORD })
    assert.equal(back.location, '/reprise')
    const resumed = await someone.follow(back)
    assert.include(resumed.text, 'Retrouver ma saisie')

    const form = await someone.post('/demandes')
    assert.include(form.html, REASON)
    assert.lengthOf(await rowsOf('visit_requests', { member_id: member.id }), 0)
    assert.equal((await someone.get('/reprise')).location, '/tableau-de-bord', 'it comes back once')
  })

  test("is dropped when somebody of another account signs in", async ({ assert, cleanup }) => {
    const { someone } = await interrupted(cleanup)
    const stranger = await createUser({ member: await createMember() })
    await someone.signIn({ identifier: stranger.email, password: PASSWORD })
    const page = await someone.get('/reprise')
    assert.equal(page.location, '/tableau-de-bord')
  })

  test('is not kept when another site posted it', async ({ assert }) => {
    const member = await createMember()
    const user = await createUser({ member })
    const someone = await signedInAs(user)
    await someone.get('/comptes')
    await someone.signOut()
    const forged = { adherent: member.id, nature: 'demande', motif: 'Mots d’un autre site' }
    await someone.post('/demandes', forged, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    const back = await someone.signIn({ identifier: user.email, password: PASSWORD })
    assert.notEqual(back.location, '/reprise')
  })
})
