import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { decideSession } from '#identity/rules/session_limits'

const signedInAt = DateTime.fromISO('2026-11-24T08:00:00Z')
const verdict = (lastSeenAt: DateTime, now: DateTime) => {
  const decision = decideSession({ signedInAt, lastSeenAt }, now)
  return decision.ok ? 'open' : decision.error.type
}

test.group('A session', () => {
  test('ends after 30 minutes without a request', ({ assert }) => {
    const seen = signedInAt.plus({ hours: 2 })
    assert.equal(verdict(seen, seen.plus({ minutes: 29, seconds: 59 })), 'open')
    assert.equal(verdict(seen, seen.plus({ minutes: 30 })), 'idle')
  })

  test('ends 12 hours after the sign-in, however busy it is', ({ assert }) => {
    const end = signedInAt.plus({ hours: 12 })
    assert.equal(verdict(end.minus({ seconds: 2 }), end.minus({ seconds: 1 })), 'open')
    assert.equal(verdict(end.minus({ seconds: 1 }), end), 'too_old')
  })

  test('says when it ends: whichever of the two comes first', ({ assert }) => {
    const early = decideSession({ signedInAt, lastSeenAt: signedInAt }, signedInAt)
    assert.equal(early.ok && +early.value.endsAt, +signedInAt.plus({ minutes: 30 }))
    const seen = signedInAt.plus({ hours: 11, minutes: 50 })
    const late = decideSession({ signedInAt, lastSeenAt: seen }, seen)
    assert.equal(late.ok && +late.value.endsAt, +signedInAt.plus({ hours: 12 }))
  })
})
