import { test } from '@japa/runner'
import { isNir, nirKey, plainNir } from '#workforce/rules/nir'

test.group('A NIR', () => {
  test('holds under its key, however it is spaced', ({ assert }) => {
    for (const text of ['290059999999949', '2 90 05 99 999 999 49', '2-90.05 99 999 999 49']) assert.isTrue(isNir(text), text)
    assert.equal(plainNir(' 2 90 05 2a 999 999 49 '), '290052A99999949')
  })

  test('of Corsica counts 2A as 19 and 2B as 18', ({ assert }) => {
    assert.equal(nirKey('290052A999999'), nirKey('2900519999999'))
    assert.equal(nirKey('290052B999999'), nirKey('2900518999999'))
    for (const number of ['290052A999999', '290052B999999']) assert.isTrue(isNir(number + nirKey(number)))
  })

  test('of a temporary number or born abroad is one too', ({ assert }) => {
    for (const number of ['7900599999999', '1900599351001']) assert.isTrue(isNir(number + nirKey(number)))
  })

  test('is none with a wrong key, a wrong sex, too short, too long, or with a letter elsewhere', ({ assert }) => {
    for (const text of ['290059999999948', '990059999999949', '29005999999994', '2900599999999490', '2900A9999999949', '', 'abc']) {
      assert.isFalse(isNir(text), text)
    }
  })
})
