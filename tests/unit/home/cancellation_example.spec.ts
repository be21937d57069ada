import { test } from '@japa/runner'
import { cancellationExample } from '#home/rules/cancellation_example'
import { formatInstant, parisInstant } from '#shared/dates'

const example = (day: string, mode: 'clock_hours' | 'working_hours' = 'clock_hours') => {
  const { startsAt, limit, lastMinute } = cancellationExample(mode, parisInstant(day, '23:59'))
  return [startsAt, limit, lastMinute].map((instant) => formatInstant(instant).replaceAll('\u00a0', ' '))
}

test.group("The help's example of a cancellation", () => {
  test('is a Monday at least a week ahead, with the last minute before its limit', ({ assert }) => {
    const expected = ['lundi 7 décembre 2026 à 10 h 00', 'samedi 5 décembre 2026 à 10 h 00', 'samedi 5 décembre 2026 à 9 h 59']
    for (const day of ['2026-11-24', '2026-11-30']) assert.deepEqual(example(day), expected)
    assert.equal(example('2026-12-01')[0], 'lundi 14 décembre 2026 à 10 h 00')
  })

  test('has the limit of the mode in force', ({ assert }) => {
    assert.equal(example('2026-11-24', 'working_hours')[1], 'jeudi 3 décembre 2026 à 10 h 00')
  })

  test('counts elapsed hours when the clocks change', ({ assert }) => {
    assert.equal(example('2026-10-15')[1], 'samedi 24 octobre 2026 à 11 h 00')
  })
})
