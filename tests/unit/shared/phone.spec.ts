import { test } from '@japa/runner'
import { readPhone } from '#shared/phone'

test.group('A phone number', () => {
  test('is written as France writes it, whatever way it was typed', ({ assert }) => {
    for (const typed of ['0299000000', '02.99.00.00.00', '+33 2 99 00 00 00', '0033299000000', ' 02 99 00 00 00 ']) {
      assert.equal(readPhone(typed), '02 99 00 00 00', typed)
    }
  })

  test('of another country keeps its prefix', ({ assert }) => {
    assert.equal(readPhone('+32 2 555 12 12'), '+32 2 555 12 12')
  })

  test('that cannot exist is none', ({ assert }) => {
    for (const typed of ['', '02 99 00 00', '02 99 00 00 00 00', 'deux', '+999 123']) assert.isNull(readPhone(typed), typed)
  })
})
