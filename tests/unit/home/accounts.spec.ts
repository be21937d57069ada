import { test } from '@japa/runner'
import { needsSentence, orderAccounts } from '#home/rules/accounts'

const account = (companyName: string, memberNumber: string, enteredAt: string | null = null) => ({ companyName, memberNumber, enteredAt })

test.group('The accounts of a user', () => {
  const forge = account('Forges du Meu', '0000007', '2026-11-20T08:00:00.000Z')
  const bakery = account('Boulangerie Élégante', '0000142', '2026-11-23T08:00:00.000Z')
  const garage = account('Atelier Garance', '0000310')

  test('begin with the one opened last; those never opened follow by name', ({ assert }) => {
    const never = account('Zinguerie', '0000001')
    assert.deepEqual(orderAccounts([never, forge, garage, bakery], ''), [bakery, forge, garage, never])
  })

  test('are found by words of the name without their accents, or by the number', ({ assert }) => {
    assert.deepEqual(orderAccounts([forge, bakery, garage], ' elegante BOUL '), [bakery])
    assert.deepEqual(orderAccounts([forge, bakery, garage], '0000310'), [garage])
    assert.deepEqual(orderAccounts([forge, bakery, garage], '%'), [bakery, forge, garage])
    assert.deepEqual(orderAccounts([forge, bakery, garage], 'meu 142'), [])
  })

  test('say what waits, and nothing when nothing does', ({ assert }) => {
    const none = { late: 0, soon: 0, unconfirmed: 0, open: 0 }
    assert.isNull(needsSentence(none))
    assert.equal(needsSentence({ ...none, late: 2, unconfirmed: 1 })!.replace(/\u00a0/g, ' '), '2 visites en retard, 1 convocation à confirmer')
  })
})
