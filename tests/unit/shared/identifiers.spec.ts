import { test } from '@japa/runner'
import { isMemberNumber, isSiren, isSiret, vatKey, vatNumber } from '#shared/identifiers'
import { forMany } from '#tests/unit/seeded'

test.group('Member numbers', () => {
  test('have seven digits, leading zeros included', ({ assert }) => {
    assert.isTrue(isMemberNumber('0042317'))
    for (const text of ['042317', '00042317', '004231a', ' 0042317', '0042317\n', '']) {
      assert.isFalse(isMemberNumber(text), JSON.stringify(text))
    }
  })
})

test.group('SIREN and SIRET', () => {
  test('are checked by their key', ({ assert }) => {
    assert.isTrue(isSiret('73282932000074'))
    assert.isFalse(isSiret('73282932000075'))
    assert.isTrue(isSiren('732829320'))
    assert.isFalse(isSiren('732829321'))
  })

  test('La Poste may also have a sum of digits divisible by five, nobody else', ({ assert }) => {
    assert.isTrue(isSiret('35600000009075'))
    assert.isFalse(isSiret('35600000009076'))
    assert.isTrue(isSiret('35600000000048'))
    assert.isFalse(isSiret('73282932000013'))
  })

  test('are digits only, and as many as needed', ({ assert }) => {
    for (const text of [
      '7328293200007',
      '732829320000745',
      '732 829 320 00074',
      '7328293200007a',
      '',
    ]) {
      assert.isFalse(isSiret(text), text)
    }
    assert.isFalse(isSiren('73282932'))
  })

  test('a SIRET whose SIREN is wrong is wrong', ({ assert }) => {
    assert.isFalse(isSiret('10000000000008'))
  })

  test('one wrong digit is always seen', ({ assert }) => {
    forMany(300, (between) => {
      const at = between(0, 13)
      const digits = [...'73282932000074']
      digits[at] = String((Number(digits[at]) + between(1, 9)) % 10)
      assert.isFalse(isSiret(digits.join('')), digits.join(''))
    })
  })
})

test.group('VAT numbers', () => {
  test('derive from the SIREN', ({ assert }) => {
    assert.equal(vatKey('732829320'), 44)
    assert.equal(vatNumber('732829320'), 'FR44732829320')
  })

  test('keep the zero of a short key', ({ assert }) => {
    assert.equal(vatNumber('552081317'), 'FR03552081317')
  })

  test('cannot be made from a wrong SIREN', ({ assert }) => {
    assert.throws(() => vatNumber('732829321'), 'Not a SIREN')
  })
})
