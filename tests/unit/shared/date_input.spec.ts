import { test } from '@japa/runner'
import { addDays } from '#shared/days'
import { dateInputMessage, parseFrenchDate } from '#shared/date_input'
import { forMany } from '#tests/unit/seeded'

const message = (text: string) => {
  const read = parseFrenchDate(text)
  return read.ok ? null : dateInputMessage(read.error)
}

test.group('A date that somebody types', () => {
  test('is read with slashes, dashes, dots or spaces, short or long', ({ assert }) => {
    for (const text of [
      '07/12/2026',
      '7/12/2026',
      '07-12-2026',
      '07.12.2026',
      '7 12 2026',
      ' 07/12/2026 ',
      '2026-12-07',
    ]) {
      assert.deepEqual(parseFrenchDate(text), { ok: true, value: '2026-12-07' }, text)
    }
  })

  test('is refused with the length of the month when the day does not exist', ({ assert }) => {
    assert.deepEqual(parseFrenchDate('31/11/2026'), {
      ok: false,
      error: { type: 'no_such_day', day: 31, month: 11, year: 2026, monthLength: 30 },
    })
    assert.equal(
      message('31/11/2026'),
      "La date 31/11/2026 n'existe pas\u00a0: novembre a 30\u00a0jours"
    )
    assert.equal(
      message('2026-11-31'),
      "La date 31/11/2026 n'existe pas\u00a0: novembre a 30\u00a0jours"
    )
    assert.equal(
      message('0/1/2027'),
      "La date 00/01/2027 n'existe pas\u00a0: janvier a 31\u00a0jours"
    )
  })

  test('names the year of a February', ({ assert }) => {
    assert.equal(
      message('29/02/2027'),
      "La date 29/02/2027 n'existe pas\u00a0: février 2027 a 28\u00a0jours"
    )
    assert.isNull(message('29/02/2028'))
    assert.equal(
      message('30/02/2028'),
      "La date 30/02/2028 n'existe pas\u00a0: février 2028 a 29\u00a0jours"
    )
  })

  test('is refused when month and day were swapped', ({ assert }) => {
    assert.equal(
      message('12/31/2026'),
      "La date 12/31/2026 n'existe pas\u00a0: le mois va de 1 à 12"
    )
    assert.equal(
      message('12/00/2026'),
      "La date 12/00/2026 n'existe pas\u00a0: le mois va de 1 à 12"
    )
  })

  test('is refused with an example when it cannot be read', ({ assert }) => {
    for (const text of [
      '',
      'demain',
      '07/12/26',
      '07/12',
      '07/12/2026 à 10 h',
      '2026-12-7',
    ]) {
      assert.equal(
        message(text),
        "Écrivez la date avec le jour, le mois et l'année, par exemple 07/12/2026",
        text
      )
    }
  })

  test('is refused for its year when that is a slip of the finger', ({ assert }) => {
    for (const date of ['07/12/0026', '07/12/1890', '07/12/2200', '07/12/9999']) {
      assert.equal(message(date), `Vérifiez l'année de la date ${date}\u00a0: elle va de 1900 à 2199`)
    }
    assert.isNull(message('07/12/1900'))
    assert.isNull(message('07/12/2199'))
  })

  test('reads every day that exists, both ways', ({ assert }) => {
    forMany(300, (between) => {
      const day = addDays('1950-01-01', between(0, 80_000))
      const french = day.split('-').reverse().join('/')
      assert.deepEqual(parseFrenchDate(french), { ok: true, value: day })
      assert.deepEqual(parseFrenchDate(day), { ok: true, value: day })
    })
  })
})
