import { test } from '@japa/runner'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createRequest, createUser, createVisit, owner } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

async function world() {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: '=Marchevaux' })
  await createVisit({ employee, startsAt: inDays(9, '10:00') })
  await createRequest({ employee })
  return { member, user, employee, visitor: await signedInAs(user) }
}

const exportsOf = (memberId: string) => owner().from('journal_entries').where({ member_id: memberId, event: 'list.exported' }).orderBy(['at', 'id'])

const LISTS = [
  { list: '/salaries', heads: 'Nom;Prénom;Poste;Site;Suivi;À voir avant le;Sortie le;Rendez-vous le;Heure' },
  { list: '/demandes', heads: 'Salarié;Rendez-vous;État;Envoyée le;Close le;À voir avant le;Visite le;Heure' },
  { list: '/convocations', heads: 'Salarié;Visite;Date;Heure;Centre;État;Convoquée le;Réception confirmée le;Dernier jour pour annuler' },
  { list: '/acces/journal', heads: 'Date;Heure;Qui;Acte;Concerne' },
]

test.group('A list that is exported', () => {
  test('{list} is a file to keep, in both formats, offered by its page and written in the journal once each')
    .with(LISTS)
    .run(async ({ assert }, { list, heads }) => {
      const { member, user, visitor } = await world()
      await visitor.get('/salaries.csv')
      const before = (await exportsOf(member.id)).length
      const page = await visitor.get(list)
      assert.includeMembers(page.links, [`${list}.csv`, `${list}.xlsx`])

      const csv = await visitor.get(`${list}.csv`)
      assert.equal(csv.status, 200)
      assert.match(csv.headers.get('content-disposition')!, /^attachment; filename="[a-z]+\.csv"$/)
      assert.equal(csv.headers.get('x-content-type-options'), 'nosniff')
      assert.equal(csv.html.split('\r\n')[0]!.replace('\ufeff', ''), heads)
      const xlsx = await visitor.get(`${list}.xlsx`)
      assert.equal(xlsx.status, 200)
      assert.equal(xlsx.html.slice(0, 2), 'PK')

      const written = await exportsOf(member.id)
      assert.lengthOf(written, before + 2)
      assert.sameMembers(written.slice(-2).map(({ place }) => place), [`${list.slice(1).replace('/', '.')}.csv`, `${list.slice(1).replace('/', '.')}.xlsx`])
      assert.deepEqual([...new Set(written.map(({ actor_id: actor }) => actor))], [user.id])
    })

  test('is disarmed and holds what the filters keep', async ({ assert }) => {
    const { visitor, member } = await world()
    await createEmployee({ member, first_name: 'Paul', family_name: 'Kervella' })
    const all = await visitor.get('/salaries.csv')
    assert.include(all.html, "'=Marchevaux;Élodie;")
    assert.include(all.html, 'Kervella;Paul;')
    const some = await visitor.get('/salaries.csv?q=Kervella')
    assert.notInclude(some.html, 'Marchevaux')
    assert.include(some.html, 'Kervella')
  })

  test('is longer than a page of the screen', async ({ assert }) => {
    const { visitor, member } = await world()
    for (let count = 0; count < 30; count += 1) await createEmployee({ member, family_name: `Salaun${count}` })
    const { html } = await visitor.get('/salaries.csv')
    assert.lengthOf(html.trim().split('\r\n'), 32)
  })

  test('shows no more than its page: without the right on visits, no rendez-vous', async ({ assert }) => {
    const { member } = await world()
    const user = await createUser({ member, rights: { company: 'none', workforce: 'read', visits: 'none', documents: 'none', billing: 'none', statistics: 'none', access: 'none' } })
    const { html } = await (await signedInAs(user)).get('/salaries.csv')
    assert.notInclude(html, 'Rendez-vous')
  })

  test("is nobody else's: another member's names are not in it", async ({ assert }) => {
    await world()
    const { visitor } = await world()
    const { html } = await visitor.get('/salaries.csv')
    assert.lengthOf(html.trim().split('\r\n'), 2)
  })
})
