import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  isDay,
  monthsBetween,
  parisDay,
  parisInstant,
  weekdayOf,
} from '#shared/days'
import { forMany } from '#tests/unit/seeded'

test.group('Days in Paris', () => {
  test('an instant late in the evening in UTC is already the next day in Paris', ({ assert }) => {
    assert.equal(parisDay(DateTime.fromISO('2026-11-24T22:59:59Z')), '2026-11-24')
    assert.equal(parisDay(DateTime.fromISO('2026-11-24T23:00:00Z')), '2026-11-25')
    assert.equal(parisDay(DateTime.fromISO('2026-07-14T22:00:00Z')), '2026-07-15')
  })

  test('a time in Paris is one hour before UTC in winter and two in summer', ({ assert }) => {
    assert.equal(parisInstant('2026-11-30', '10:00').toUTC().toISO(), '2026-11-30T09:00:00.000Z')
    assert.equal(parisInstant('2026-07-30', '10:00').toUTC().toISO(), '2026-07-30T08:00:00.000Z')
  })

  test('an hour that the clocks skip in March is read one hour later', ({ assert }) => {
    assert.equal(parisInstant('2027-03-28', '02:30').toFormat('HH:mm ZZ'), '03:30 +02:00')
  })

  test('any day and time come back from the instant they make', ({ assert }) => {
    forMany(500, (between) => {
      const day = addDays('2020-01-01', between(0, 5000))
      const time = `${String(between(4, 23)).padStart(2, '0')}:${String(between(0, 59)).padStart(2, '0')}`
      const instant = parisInstant(day, time)
      assert.equal(parisDay(instant.toUTC()), day)
      assert.equal(instant.toFormat('HH:mm'), time)
    })
  })

  test('a text that is no day or no time is refused loudly', ({ assert }) => {
    assert.throws(
      () => parisInstant('2026-11-31', '10:00'),
      'Not a day and a time: 2026-11-31 10:00'
    )
    assert.throws(
      () => parisInstant('2026-11-30', '25:00'),
      'Not a day and a time: 2026-11-30 25:00'
    )
    assert.throws(() => addDays('2026-11-31', 1), 'Not a day: 2026-11-31')
    assert.throws(() => addMonths('2026-11', 1), 'Not a day: 2026-11')
    assert.throws(() => parisDay(DateTime.invalid('broken')), 'Not an instant')
  })

  test('only a day that exists, written year first, is a day', ({ assert }) => {
    assert.isTrue(isDay('2028-02-29'))
    for (const text of [
      '2027-02-29',
      '2026-11-31',
      '2026-1-01',
      '20261101',
      '2026-W48-2',
      '2026-11-01T00:00',
      '',
    ]) {
      assert.isFalse(isDay(text), text)
    }
  })
})

test.group('Arithmetic on days', () => {
  test('months later is the same day of the month, or the last one of a shorter month', ({
    assert,
  }) => {
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28')
    assert.equal(addMonths('2027-11-30', 3), '2028-02-29')
    assert.equal(addMonths('2026-10-31', 1), '2026-11-30')
    assert.equal(addMonths('2026-01-31', 2), '2026-03-31')
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28')
  })

  test('years later is the same date, and 28 February for a 29 February', ({ assert }) => {
    assert.equal(addYears('2024-02-29', 5), '2029-02-28')
    assert.equal(addYears('2024-02-29', 4), '2028-02-29')
    assert.equal(addYears('2026-03-10', 2), '2028-03-10')
  })

  test('months later keeps the day of the month wherever the month has it', ({ assert }) => {
    forMany(500, (between) => {
      const from = addDays('2020-01-01', between(0, 4000))
      const months = between(0, 72)
      const to = addMonths(from, months)
      const [year, month, day] = from.split('-').map(Number) as [number, number, number]
      const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
      assert.equal(Number(to.slice(8)), Math.min(day, lastDay))
      assert.equal(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)), year * 12 + month + months)
    })
  })

  test('days between two dates do not care for the hours lost or won in spring and autumn', ({
    assert,
  }) => {
    assert.equal(daysBetween('2027-03-27', '2027-03-29'), 2)
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2)
    assert.equal(daysBetween('2026-11-24', '2026-11-12'), -12)
    assert.equal(daysBetween('2026-11-24', '2026-11-24'), 0)
  })

  test('a month is whole on its day, not on the eve', ({ assert }) => {
    assert.equal(monthsBetween('2026-11-24', '2027-12-23'), 12)
    assert.equal(monthsBetween('2026-11-24', '2027-12-24'), 13)
  })

  test('weekdays run from Monday, 1, to Sunday, 7', ({ assert }) => {
    assert.equal(weekdayOf('2026-11-23'), 1)
    assert.equal(weekdayOf('2026-11-29'), 7)
  })
})
