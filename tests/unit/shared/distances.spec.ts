import { test } from '@japa/runner'
import { addDays, addMonths } from '#shared/days'
import { distance, dueLabel, dueState, formatDuration } from '#shared/distances'
import { forMany } from '#tests/unit/seeded'

const TODAY = '2026-11-24'

test.group('Distance of a day', () => {
  test('today, tomorrow and yesterday have their own words', ({ assert }) => {
    assert.equal(distance(TODAY, TODAY), "Aujourd'hui")
    assert.equal(distance('2026-11-25', TODAY), 'Demain')
    assert.equal(distance('2026-11-23', TODAY), "En retard d'un jour")
  })

  test('near days are counted in days', ({ assert }) => {
    assert.equal(distance('2026-11-28', TODAY), 'Dans 4\u00a0jours')
    assert.equal(distance('2027-01-31', TODAY), 'Dans 68\u00a0jours')
    assert.equal(distance('2027-02-28', TODAY), 'Dans 96\u00a0jours')
    assert.equal(distance('2026-11-12', TODAY), 'En retard de 12\u00a0jours')
  })

  test('from four months on they are counted in whole months, from two years on in years', ({
    assert,
  }) => {
    assert.equal(distance('2027-03-23', TODAY), 'Dans 119\u00a0jours')
    assert.equal(distance('2027-03-24', TODAY), 'Dans 4\u00a0mois')
    assert.equal(distance('2027-12-31', TODAY), 'Dans 13\u00a0mois')
    assert.equal(distance('2028-03-10', TODAY), 'Dans 15\u00a0mois')
    assert.equal(distance('2028-11-23', TODAY), 'Dans 23\u00a0mois')
    assert.equal(distance('2028-11-24', TODAY), 'Dans 2\u00a0ans')
    assert.equal(distance('2028-12-24', TODAY), 'Dans 2\u00a0ans et un mois')
    assert.equal(distance('2030-03-10', TODAY), 'Dans 3\u00a0ans et 3\u00a0mois')
    assert.equal(distance('2024-08-24', TODAY), 'En retard de 2\u00a0ans et 3\u00a0mois')
  })

  test('a plural never follows one, whatever the day', ({ assert }) => {
    forMany(500, (between) => {
      const said = distance(addDays(TODAY, between(-2000, 4000)), TODAY)
      assert.match(said, /^(Aujourd'hui|Demain|Dans .+|En retard d.+)$/)
      assert.notMatch(said, /(^|\D)[01]\u00a0/)
    })
  })
})

test.group('State of a date limit', () => {
  test('it is late from the day after, soon up to 30 days, quiet up to 6 months, then fine', ({
    assert,
  }) => {
    assert.equal(dueState('2026-11-23', TODAY), 'late')
    assert.equal(dueState(TODAY, TODAY), 'soon')
    assert.equal(dueState(addDays(TODAY, 30), TODAY), 'soon')
    assert.equal(dueState(addDays(TODAY, 31), TODAY), 'none')
    assert.equal(dueState(addMonths(TODAY, 6), TODAY), 'none')
    assert.equal(dueState(addDays(addMonths(TODAY, 6), 1), TODAY), 'fine')
    assert.equal(dueState(null, TODAY), 'none')
  })

  test('a list says the distance while it matters', ({ assert }) => {
    assert.equal(dueLabel('2026-11-12', TODAY), 'En retard de 12\u00a0jours')
    assert.equal(dueLabel('2026-12-29', TODAY), 'Dans 35\u00a0jours')
    assert.equal(dueLabel('2029-02-28', TODAY), 'À jour')
    assert.equal(dueLabel(null, TODAY), 'Sans date limite')
  })
})

test.group('Durations in French', () => {
  const days = (count: number) => count * 86_400
  const hours = (count: number) => count * 3600
  const minutes = (count: number) => count * 60

  test('what is none is left out', ({ assert }) => {
    assert.equal(formatDuration(days(4) + minutes(48)), '4\u00a0jours et 48\u00a0minutes')
    assert.equal(formatDuration(minutes(42)), '42\u00a0minutes')
    assert.equal(formatDuration(days(2)), '2\u00a0jours')
    assert.equal(formatDuration(hours(3) + minutes(5)), '3\u00a0heures et 5\u00a0minutes')
  })

  test('three parts are enumerated', ({ assert }) => {
    assert.equal(
      formatDuration(days(4) + hours(3) + minutes(48)),
      '4\u00a0jours, 3\u00a0heures et 48\u00a0minutes'
    )
  })

  test('one is written as a word', ({ assert }) => {
    assert.equal(
      formatDuration(days(1) + hours(1) + minutes(1)),
      'un jour, une heure et une minute'
    )
  })

  test('seconds do not round up', ({ assert }) => {
    assert.equal(formatDuration(59), "moins d'une minute")
    assert.equal(formatDuration(0), "moins d'une minute")
    assert.equal(formatDuration(119.9), 'une minute')
    assert.equal(formatDuration(days(1) - 1), '23\u00a0heures et 59\u00a0minutes')
  })
})
