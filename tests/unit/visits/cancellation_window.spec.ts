import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { addDays, isWorkingDay, parisInstant } from '#shared/dates'
import {
  CANCELLATION_HOURS,
  cancellationLimit,
  decideCancellation,
  type CancellationMode,
} from '#visits/rules/cancellation_window'
import type { VisitState } from '#visits/rules/visit_states'
import { forMany } from '#tests/unit/seeded'

const HOUR = 3_600_000
const shown = (instant: DateTime) => instant.toFormat('yyyy-MM-dd HH:mm')

test.group('Cancellation limit in clock hours', () => {
  test('a visit on Monday at 10:00 has its limit on Saturday at 10:00', ({ assert }) => {
    const limit = cancellationLimit(parisInstant('2026-11-30', '10:00'), 'clock_hours')
    assert.equal(shown(limit), '2026-11-28 10:00')
  })

  test('the hour that clocks win in autumn moves the limit one hour later', ({ assert }) => {
    const limit = cancellationLimit(parisInstant('2026-10-26', '10:00'), 'clock_hours')
    assert.equal(limit.toISO(), '2026-10-24T11:00:00.000+02:00')
  })

  test('the hour that clocks lose in spring moves the limit one hour earlier', ({ assert }) => {
    const limit = cancellationLimit(parisInstant('2027-03-29', '10:00'), 'clock_hours')
    assert.equal(limit.toISO(), '2027-03-27T09:00:00.000+01:00')
  })

  test('the limit is said in Paris, whatever the zone the visit came in', ({ assert }) => {
    const limit = cancellationLimit(
      DateTime.fromISO('2026-11-30T09:00:00Z', { zone: 'utc' }),
      'clock_hours'
    )
    assert.equal(limit.toISO(), '2026-11-28T10:00:00.000+01:00')
  })
})

test.group('Cancellation limit in working hours', () => {
  const limitOf = (day: string, time = '10:00') =>
    shown(cancellationLimit(parisInstant(day, time), 'working_hours'))

  test('a visit on Monday has its limit on Thursday at the same hour', ({ assert }) => {
    assert.equal(limitOf('2026-11-30'), '2026-11-26 10:00')
  })

  test('in the middle of a week it is two days before', ({ assert }) => {
    assert.equal(limitOf('2026-11-26', '08:30'), '2026-11-24 08:30')
  })

  test('11 November does not count', ({ assert }) => {
    assert.equal(limitOf('2026-11-12'), '2026-11-09 10:00')
    assert.equal(limitOf('2026-11-13'), '2026-11-10 10:00')
  })

  test('neither weekend of a change of hour moves it', ({ assert }) => {
    assert.equal(limitOf('2026-10-26'), '2026-10-22 10:00')
    assert.equal(limitOf('2027-03-30'), '2027-03-25 10:00')
  })

  test('Easter Monday and its weekend are skipped as one', ({ assert }) => {
    assert.equal(limitOf('2026-04-07'), '2026-04-02 10:00')
  })

  test('a visit on a Saturday has the whole Thursday and Friday before it', ({ assert }) => {
    assert.equal(limitOf('2026-11-28'), '2026-11-26 00:00')
  })

  test('a limit that falls at the end of a weekend falls at its beginning, since nothing counts in it', ({
    assert,
  }) => {
    assert.equal(limitOf('2026-11-25', '00:00'), '2026-11-21 00:00')
  })

  test('exactly 48 hours of working days lie between the limit and the visit, more just before', ({
    assert,
  }) => {
    forMany(150, (between) => {
      const day = addDays('2026-01-01', between(0, 1400))
      const startsAt = parisInstant(day, `${String(between(0, 23)).padStart(2, '0')}:00`)
      const limit = cancellationLimit(startsAt, 'working_hours')
      assert.equal(workingHours(limit, startsAt), CANCELLATION_HOURS)
      assert.isAbove(workingHours(limit.minus(HOUR), startsAt), CANCELLATION_HOURS)
    })
  })
})

// Counted hour by hour, unlike the rule.
function workingHours(from: DateTime, to: DateTime) {
  let count = 0
  for (let hour = from; hour < to; hour = hour.plus(HOUR)) {
    if (isWorkingDay(hour.toISODate()!)) count += 1
  }
  return count
}

test.group('Decision on a cancellation', () => {
  const visits: { mode: CancellationMode; startsAt: DateTime }[] = [
    { mode: 'clock_hours', startsAt: parisInstant('2026-11-30', '10:00') },
    { mode: 'clock_hours', startsAt: parisInstant('2026-10-26', '10:00') },
    { mode: 'clock_hours', startsAt: parisInstant('2027-03-29', '10:00') },
    { mode: 'working_hours', startsAt: parisInstant('2026-11-26', '08:30') },
  ]

  for (const { mode, startsAt } of visits) {
    const name = `${mode} before ${shown(startsAt)}`
    const decideAt = (secondsBefore: number) =>
      decideCancellation(
        { state: 'convoked', startsAt, mode },
        startsAt.minus({ seconds: secondsBefore })
      )
    const limit = startsAt.minus({ hours: 48 })

    test(`48:00:01 of ${name} it is accepted`, ({ assert }) => {
      const decision = decideAt(48 * 3600 + 1)
      assert.isTrue(decision.ok)
      if (decision.ok) assert.equal(+decision.value.limit, +limit)
    })

    test(`48:00:00 of ${name} it is too late, by nothing`, ({ assert }) => {
      const decision = decideAt(48 * 3600)
      assert.isFalse(decision.ok)
      if (decision.ok || decision.error.type !== 'too_late') return assert.fail('expected too_late')
      assert.equal(decision.error.lateBySeconds, 0)
      assert.equal(+decision.error.limit, +limit)
    })

    test(`47:59:59 of ${name} it is too late by one second`, ({ assert }) => {
      const decision = decideAt(48 * 3600 - 1)
      if (decision.ok || decision.error.type !== 'too_late') return assert.fail('expected too_late')
      assert.equal(decision.error.lateBySeconds, 1)
    })
  }

  test('in working hours a weekend does not count, to the second', ({ assert }) => {
    const facts = {
      state: 'convoked',
      startsAt: parisInstant('2026-11-30', '10:00'),
      mode: 'working_hours',
    } as const
    const limit = parisInstant('2026-11-26', '10:00')
    assert.isTrue(decideCancellation(facts, limit.minus({ seconds: 1 })).ok)
    for (const now of [limit, limit.plus({ seconds: 1 })]) {
      const decision = decideCancellation(facts, now)
      assert.equal(decision.ok ? 'ok' : decision.error.type, 'too_late')
    }
  })

  test('a millisecond before the limit is still in time', ({ assert }) => {
    const startsAt = parisInstant('2026-11-30', '10:00')
    const facts = { state: 'convoked', startsAt, mode: 'clock_hours' } as const
    assert.isTrue(decideCancellation(facts, startsAt.minus(48 * HOUR + 1)).ok)
    assert.isFalse(decideCancellation(facts, startsAt.minus(48 * HOUR)).ok)
  })

  test('the same instant in another zone is decided the same', ({ assert }) => {
    const startsAt = parisInstant('2026-11-30', '10:00')
    const facts = { state: 'convoked', startsAt: startsAt.toUTC(), mode: 'clock_hours' } as const
    assert.isFalse(
      decideCancellation(facts, startsAt.minus({ hours: 48 }).setZone('Asia/Tokyo')).ok
    )
  })

  test('once the visit has begun the refusal says so, with the limit', ({ assert }) => {
    const startsAt = parisInstant('2026-11-30', '10:00')
    const decision = decideCancellation(
      { state: 'convoked', startsAt, mode: 'clock_hours' },
      startsAt
    )
    assert.isFalse(decision.ok)
    if (decision.ok || decision.error.type !== 'already_started')
      return assert.fail('expected already_started')
    assert.equal(shown(decision.error.limit), '2026-11-28 10:00')
  })

  test('only a convoked visit can be cancelled', ({ assert }) => {
    const startsAt = parisInstant('2026-11-30', '10:00')
    const states: VisitState[] = ['held', 'excused', 'unexcused', 'cancelled', 'substituted']
    for (const state of states) {
      assert.deepEqual(
        decideCancellation({ state, startsAt, mode: 'clock_hours' }, startsAt.minus({ days: 10 })),
        { ok: false, error: { type: 'not_cancellable', state } }
      )
    }
  })
})
