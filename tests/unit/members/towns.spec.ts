import { test } from '@japa/runner'
import { readTown, townsOf } from '#members/rules/towns'

test.group('A town and its postal code', () => {
  test('are read together, whatever the case and the accents', ({ assert }) => {
    assert.equal(readTown('35770', 'vern sur seiche'), 'Vern-sur-Seiche')
    assert.equal(readTown('35510', 'CESSON SEVIGNE'), 'Cesson-Sévigné')
    assert.equal(readTown('35136', 'St Jacques de la Lande'), 'Saint-Jacques-de-la-Lande')
  })

  test('that do not go together are refused, and the towns of the code are known', ({ assert }) => {
    assert.isNull(readTown('35770', 'Rennes'))
    assert.isNull(readTown('99999', 'Rennes'))
    assert.deepEqual(townsOf('35770'), ['Vern-sur-Seiche'])
    assert.deepEqual(townsOf('99999'), [])
  })

  test('of a CEDEX are taken as they are', ({ assert }) => {
    assert.equal(readTown('35042', 'Rennes Cedex'), 'Rennes Cedex')
  })
})
