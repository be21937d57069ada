import { test } from '@japa/runner'
import { SEARCH_MAX, readEmployeeFilters } from '#workforce/validators/employee_filters'
import { employeesAddress, sortColumns } from '#workforce/validators/employee_addresses'

const SITE = '01930000-0000-7000-8000-000000000001'
const read = (query: Record<string, unknown>) => readEmployeeFilters(query, [SITE])

test.group('The address of the list of employees', () => {
  test('without anything it is those present and who just left, by due date, from the first page', ({ assert }) => {
    assert.deepEqual(read({}), {
      q: '', suivi: null, echeance: null, site: null, presence: 'actuels', tri: 'echeance', descending: false, page: 1,
    })
    assert.equal(employeesAddress(read({})), '/salaries')
  })

  test('says again what it was asked, and only that', ({ assert }) => {
    const query = { q: 'l\'œuvré', suivi: 'SIR', echeance: '30', site: SITE, presence: 'tous', tri: '-nom', page: '3' }
    const address = employeesAddress(read(query))
    assert.deepEqual(Object.fromEntries(new URL(address, 'http://x').searchParams), query)
    assert.deepEqual(read(Object.fromEntries(new URL(address, 'http://x').searchParams)), read(query))
  })

  test('of a repeated name keeps the last value, of an object nothing', ({ assert }) => {
    assert.equal(read({ q: ['a', 'b'] }).q, 'b')
    assert.equal(read({ q: { deep: 'a' } }).q, '')
    assert.equal(read({ suivi: ['SI', { a: 1 }] }).suivi, null)
    assert.equal(read({ q: [] }).q, '')
  })

  test('does not know a site of another member', ({ assert }) => {
    assert.equal(read({ site: SITE }).site, SITE)
    assert.equal(read({ site: '01930000-0000-7000-8000-000000000002' }).site, null)
  })

  test('cuts a search that is too long', ({ assert }) => {
    assert.lengthOf(read({ q: 'a'.repeat(SEARCH_MAX + 1) }).q, SEARCH_MAX)
  })

  test('counts pages from one', ({ assert }) => {
    for (const page of ['0', '-1', 'x', '', 'NaN']) assert.equal(read({ page }).page, 1, page)
    assert.equal(read({ page: '2.7' }).page, 2)
  })

  test('a head of column sorts up first, then down, and goes back to the first page', ({ assert }) => {
    const links = (query: Record<string, unknown>) =>
      Object.fromEntries(sortColumns(read(query)).map(({ label, href, sort }) => [label, [href, sort]]))
    assert.deepEqual(links({ page: '4', q: 'a' })['Salarié'], ['/salaries?q=a&tri=nom', undefined])
    assert.deepEqual(links({})['À voir avant le'], ['/salaries?tri=-echeance', 'ascending'])
    assert.deepEqual(links({ tri: '-echeance' })['À voir avant le'], ['/salaries', 'descending'])
  })
})
