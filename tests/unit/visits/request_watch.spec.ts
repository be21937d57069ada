import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { addDays, parisInstant } from '#shared/dates'
import { watchRequest, type RequestFacts, type RequestState } from '#visits/rules/request_watch'
import { forMany } from '#tests/unit/seeded'

const REQUEST: RequestFacts = {
  state: 'sent',
  requestedAt: parisInstant('2026-11-20', '17:00'),
  legalDeadline: '2027-02-28',
  escalations: [],
}
const shown = (instant: DateTime | null) =>
  instant?.setZone('Europe/Paris').toFormat('yyyy-MM-dd HH:mm') ?? null

test.group('A request that nobody took', () => {
  const takeBy = parisInstant('2026-11-24', '09:00')

  test('is waited for until 9:00 on the second working day', ({ assert }) => {
    const watch = watchRequest(REQUEST, takeBy.minus({ seconds: 1 }))
    assert.deepEqual(watch.escalate, [])
    assert.equal(shown(watch.next), '2026-11-24 09:00')
    assert.isFalse(watch.closed)
  })

  test('is told to the back office at that instant', ({ assert }) => {
    const watch = watchRequest(REQUEST, takeBy)
    assert.deepEqual(watch.escalate, ['not_taken'])
    assert.equal(shown(watch.next), '2027-02-13 09:00')
  })

  test('is told once', ({ assert }) => {
    const watch = watchRequest({ ...REQUEST, escalations: ['not_taken'] }, takeBy.plus({ days: 3 }))
    assert.deepEqual(watch.escalate, [])
  })

  test('is not told when it was taken in the meantime', ({ assert }) => {
    const watch = watchRequest({ ...REQUEST, state: 'taken' }, takeBy.plus({ days: 3 }))
    assert.deepEqual(watch.escalate, [])
    assert.equal(shown(watch.next), '2027-02-13 09:00')
  })

  test('leaves weekends and holidays to the planner', ({ assert }) => {
    const overHoliday = { ...REQUEST, requestedAt: parisInstant('2026-11-10', '08:00') }
    assert.equal(
      shown(watchRequest(overHoliday, parisInstant('2026-11-10', '08:00')).next),
      '2026-11-13 09:00'
    )
    const onSaturday = { ...REQUEST, requestedAt: parisInstant('2026-11-21', '10:00') }
    assert.equal(
      shown(watchRequest(onSaturday, parisInstant('2026-11-21', '10:00')).next),
      '2026-11-24 09:00'
    )
  })
})

test.group('A request whose legal deadline comes near', () => {
  const taken: RequestFacts = { ...REQUEST, state: 'taken' }
  const near = parisInstant('2027-02-13', '09:00')

  test('is told 15 days before when it has no slot', ({ assert }) => {
    assert.deepEqual(watchRequest(taken, near.minus({ seconds: 1 })).escalate, [])
    const watch = watchRequest(taken, near)
    assert.deepEqual(watch.escalate, ['deadline_near'])
    assert.equal(shown(watch.next), '2027-03-01 09:00')
  })

  test('is told at once when the request comes later than that', ({ assert }) => {
    const late = { ...taken, requestedAt: parisInstant('2027-02-20', '10:00') }
    assert.deepEqual(watchRequest(late, parisInstant('2027-02-20', '10:00')).escalate, [
      'deadline_near',
    ])
  })

  test('is quiet once it has a slot, and still watched until the visit is held', ({ assert }) => {
    const watch = watchRequest({ ...REQUEST, state: 'planned' }, near)
    assert.deepEqual(watch.escalate, [])
    assert.equal(shown(watch.next), '2027-03-01 09:00')
  })
})

test.group('A request whose legal deadline has passed', () => {
  const dayAfter = parisInstant('2027-03-01', '09:00')

  test('is told the day after, planned or not, and there is nothing left to wait for', ({
    assert,
  }) => {
    for (const state of ['taken', 'planned'] as const) {
      const facts = { ...REQUEST, state, escalations: ['deadline_near'] }
      assert.deepEqual(watchRequest(facts, dayAfter.minus({ seconds: 1 })).escalate, [])
      assert.deepEqual(watchRequest(facts, dayAfter), {
        escalate: ['deadline_passed'],
        next: null,
        closed: false,
      })
    }
  })

  test('no longer tells that the deadline was near', ({ assert }) => {
    const late = { ...REQUEST, requestedAt: parisInstant('2027-03-05', '10:00') }
    const watch = watchRequest(late, parisInstant('2027-03-05', '10:00'))
    assert.deepEqual(watch.escalate, ['deadline_passed'])
    assert.equal(shown(watch.next), '2027-03-09 09:00')
    const again = watchRequest(
      { ...late, escalations: ['deadline_passed'] },
      parisInstant('2027-03-09', '09:00')
    )
    assert.deepEqual(again, { escalate: ['not_taken'], next: null, closed: false })
  })
})

test.group('The watch of a request', () => {
  test('only looks after the taking when the law sets no deadline', ({ assert }) => {
    const facts = { ...REQUEST, legalDeadline: null }
    assert.equal(shown(watchRequest(facts, REQUEST.requestedAt).next), '2026-11-24 09:00')
    const taken = watchRequest({ ...facts, state: 'taken' }, REQUEST.requestedAt.plus({ years: 2 }))
    assert.deepEqual(taken, { escalate: [], next: null, closed: false })
  })

  test('ends when the request is held, refused or cancelled, however late it was', ({ assert }) => {
    const over: RequestState[] = ['held', 'refused', 'cancelled']
    for (const state of over) {
      assert.deepEqual(watchRequest({ ...REQUEST, state }, parisInstant('2027-06-01', '09:00')), {
        escalate: [],
        next: null,
        closed: true,
      })
    }
  })

  test('followed from one instant to the next raises each alarm at most once and comes to an end', ({
    assert,
  }) => {
    forMany(200, (between) => {
      const requestedAt = parisInstant(addDays('2026-01-01', between(0, 700)), '10:00')
      const state = between(0, 1) ? 'sent' : 'taken'
      const legalDeadline = addDays(requestedAt.toISODate()!, between(-20, 120))
      const raised: string[] = []
      let now: DateTime | null = requestedAt
      for (let step = 0; now !== null; step += 1) {
        assert.isBelow(step, 5)
        const watch = watchRequest({ state, requestedAt, legalDeadline, escalations: raised }, now)
        if (watch.next) assert.isTrue(watch.next > now)
        raised.push(...watch.escalate)
        now = watch.next
      }
      assert.deepEqual(raised, [...new Set(raised)])
      assert.include(raised, 'deadline_passed')
      assert.equal(raised.includes('not_taken'), state === 'sent')
    })
  })
})
