import { test } from '@japa/runner'
import { nafLabel, nomenclatureOn, readNafCode, searchNaf } from '#members/rules/naf'

test.group('A NAF code', () => {
  test('is read as it is printed or typed', ({ assert }) => {
    for (const typed of ['4391A', '43.91a', ' 43 91 A ']) assert.equal(readNafCode(typed, 'rev2'), '43.91A', typed)
  })

  test('of revision 2 must be one of its 732', ({ assert }) => {
    assert.isNull(readNafCode('99.99Z', 'rev2'))
    assert.isNull(readNafCode('43.91', 'rev2'))
    assert.isNull(readNafCode("' or 1=1", 'rev2'))
    assert.equal(nafLabel('43.91A', 'rev2'), 'Travaux de charpente')
  })

  test('of NAF 2025 is judged by its shape', ({ assert }) => {
    assert.equal(readNafCode('4391Y', '2025'), '43.91Y')
    assert.isNull(readNafCode('4391', '2025'))
    assert.isNull(nafLabel('43.91Y', '2025'))
  })

  test('is of revision 2 until the last day of 2026', ({ assert }) => {
    assert.equal(nomenclatureOn('2026-12-31'), 'rev2')
    assert.equal(nomenclatureOn('2027-01-01'), '2025')
  })

  test('is found by words of its activity', ({ assert }) => {
    assert.deepInclude(searchNaf('CHARPENTE travaux'), { code: '43.91A', label: 'Travaux de charpente' })
    assert.deepEqual(searchNaf('  '), [])
    assert.isAtMost(searchNaf('de').length, 20)
  })
})
