import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import {
  dayLeaf,
  formatDay,
  formatInstant,
  formatInstantShort,
  formatTime,
} from '#shared/french_dates'

test.group('Dates in French', () => {
  test('a day is said with its weekday, the number tied to the month', ({ assert }) => {
    assert.equal(formatDay('2026-11-30'), 'lundi 30\u00a0novembre 2026')
    assert.equal(formatDay('2027-02-28'), 'dimanche 28\u00a0février 2027')
    assert.equal(formatDay('2026-08-05'), 'mercredi 5\u00a0août 2026')
  })

  test('the first of a month is an ordinal, no other day is', ({ assert }) => {
    assert.equal(formatDay('2026-12-01'), 'mardi 1er\u00a0décembre 2026')
    assert.equal(formatDay('2026-12-21'), 'lundi 21\u00a0décembre 2026')
    assert.equal(formatDay('2026-12-31'), 'jeudi 31\u00a0décembre 2026')
  })

  test('the year or the weekday may be left out', ({ assert }) => {
    assert.equal(formatDay('2026-11-30', { year: false }), 'lundi 30\u00a0novembre')
    assert.equal(formatDay('2026-11-30', { weekday: false }), '30\u00a0novembre 2026')
    assert.equal(formatDay('2026-11-30', { year: false, weekday: false }), '30\u00a0novembre')
  })

  test('a time is that of Paris, without a leading zero for the hour', ({ assert }) => {
    assert.equal(formatTime(DateTime.fromISO('2026-11-30T09:00:00Z')), '10\u00a0h\u00a000')
    assert.equal(formatTime(DateTime.fromISO('2026-07-01T06:05:59Z')), '8\u00a0h\u00a005')
    assert.equal(formatTime(DateTime.fromISO('2026-11-29T23:00:00Z')), '0\u00a0h\u00a000')
  })

  test('an instant is its day in Paris and its time', ({ assert }) => {
    const instant = DateTime.fromISO('2026-11-30T09:00:00Z')
    assert.equal(formatInstant(instant), 'lundi 30\u00a0novembre 2026 à\u00a010\u00a0h\u00a000')
    assert.equal(formatInstantShort(instant), 'lundi 30\u00a0novembre à\u00a010\u00a0h\u00a000')
    const midnight = DateTime.fromISO('2026-11-30T23:30:00Z')
    assert.equal(formatInstant(midnight), 'mardi 1er\u00a0décembre 2026 à\u00a00\u00a0h\u00a030')
  })

  test('a day that does not exist is never formatted', ({ assert }) => {
    assert.throws(() => formatDay('2026-11-31'), 'Not a day: 2026-11-31')
  })
})

test.group('The leaf of a wall calendar', () => {
  test('its month says the year only when it is not that of today', ({ assert }) => {
    assert.deepEqual(dayLeaf('2026-11-30', '2026-11-24'), {
      iso: '2026-11-30',
      weekday: 'lundi',
      day: '30',
      monthLabel: 'novembre',
    })
    assert.equal(dayLeaf('2027-01-31', '2026-11-24').monthLabel, 'janvier 2027')
    assert.equal(dayLeaf('2026-12-01', '2026-11-24').day, '1er')
  })

  test('without today it always says the year', ({ assert }) => {
    assert.equal(dayLeaf('2026-11-30').monthLabel, 'novembre 2026')
  })
})
