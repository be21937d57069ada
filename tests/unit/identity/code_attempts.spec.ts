import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { CODES_PER_ACCOUNT, CODES_REMEMBERED_MINUTES, failuresThatCount, takesCode } from '#identity/rules/code_attempts'

const now = DateTime.fromISO('2026-11-24T08:12:00Z')
const ago = (duration: object) => now.minus(duration)

test.group('Wrong codes of an account', () => {
  test('count until a quarter of an hour after the last one, to the second', ({ assert }) => {
    const minutes = CODES_REMEMBERED_MINUTES
    assert.equal(failuresThatCount({ count: 3, lastAt: ago({ minutes }).plus({ seconds: 1 }) }, now), 3)
    assert.equal(failuresThatCount({ count: 3, lastAt: ago({ minutes }) }, now), 0)
    assert.equal(failuresThatCount({ count: 0, lastAt: null }, now), 0)
  })

  test('close it at the tenth, and open it again when they are forgotten', ({ assert }) => {
    const lastAt = ago({ minutes: 1 })
    assert.isTrue(takesCode({ count: CODES_PER_ACCOUNT - 1, lastAt }, now))
    assert.isFalse(takesCode({ count: CODES_PER_ACCOUNT, lastAt }, now))
    assert.isTrue(takesCode({ count: CODES_PER_ACCOUNT, lastAt: ago({ minutes: 15 }) }, now))
  })
})
