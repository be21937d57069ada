import { test } from '@japa/runner'
import { planningAddress, readPlanningAddress } from '#back_office/rules/planning_filters'

const ID = '01900000-0000-7000-8000-000000000000'

test.group("The planning's address", () => {
  test('is read and written again', ({ assert }) => {
    const query = { jour: '2026-12-01', centre: ID, demande: ID, etat: 'les-miennes', echeance: 'proches', recherche: 'Élodie & fils' }
    const address = readPlanningAddress(query)
    assert.deepEqual(address.filters, { state: 'mine', due: 'soon', search: 'Élodie & fils' })
    const written = new URL(planningAddress(address), 'http://localhost')
    assert.equal(written.pathname, '/admin/planification')
    assert.deepEqual(Object.fromEntries(written.searchParams), query)
  })

  test('asks nothing by what cannot be read in it', ({ assert }) => {
    const odd = { jour: '2026-11-31', centre: "1' or '1'='1", demande: ['a', 'b'], etat: 'constructor', echeance: '__proto__', recherche: '   ' }
    assert.deepEqual(readPlanningAddress(odd), {
      day: null,
      centreId: null,
      requestId: null,
      etat: null,
      echeance: null,
      filters: { state: null, due: null, search: null },
    })
    assert.equal(planningAddress(readPlanningAddress({})), '/admin/planification?')
  })

  test('keeps a search to a length that one can read', ({ assert }) => {
    assert.lengthOf(readPlanningAddress({ recherche: 'x'.repeat(10_000) }).filters.search!, 100)
  })
})
