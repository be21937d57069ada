import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { FRESH_MINUTES, isFresh } from '#identity/rules/reauthentication'

const at = DateTime.fromISO('2026-11-24T09:00:00Z')

test.group('A password given a while ago', () => {
  test('is enough for what is sensitive until its minutes are over', ({ assert }) => {
    const end = at.plus({ minutes: FRESH_MINUTES })
    assert.isTrue(isFresh(at, at))
    assert.isTrue(isFresh(at, end.minus({ milliseconds: 1 })))
    assert.isFalse(isFresh(at, end))
  })
})
