import { test } from '@japa/runner'
import { addDays, daysBetween, weekdayOf } from '#shared/days'
import { addWorkingDays, isWorkingDay, publicHolidays } from '#shared/working_days'
import { forMany } from '#tests/unit/seeded'

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
const AFTER_EASTER = { monday: 1, ascension: 39, whitMonday: 50 }

// Butcher's reckoning of Easter, written apart from the library that the code trusts.
function easter(year: number) {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-0${Math.floor(f / 31)}-${String((f % 31) + 1).padStart(2, '0')}`
}

test.group('French public holidays', () => {
  test('every year from 2000 to 2099 has eight fixed ones and three that follow Easter', ({
    assert,
  }) => {
    for (let year = 2000; year < 2100; year += 1) {
      const fixed = FIXED.map((date) => `${year}-${date}`)
      const moving = Object.values(AFTER_EASTER).map((days) => addDays(easter(year), days))
      assert.sameMembers([...publicHolidays(year)], [...new Set([...fixed, ...moving])])
    }
  })

  test('the year 2026 has eleven, Whit Sunday and the Good Friday of Alsace not among them', ({
    assert,
  }) => {
    const holidays = publicHolidays(2026)
    assert.equal(holidays.size, 11)
    assert.isTrue(holidays.has('2026-04-06'))
    assert.isTrue(holidays.has('2026-05-14'))
    assert.isTrue(holidays.has('2026-05-25'))
    assert.isFalse(holidays.has('2026-05-24'))
    assert.isFalse(holidays.has('2026-04-03'))
    assert.isFalse(holidays.has('2026-12-26'))
  })
})

test.group('Working days', () => {
  test('Saturdays, Sundays and holidays are none', ({ assert }) => {
    assert.isTrue(isWorkingDay('2026-11-24'))
    assert.isFalse(isWorkingDay('2026-11-28'))
    assert.isFalse(isWorkingDay('2026-11-29'))
    assert.isFalse(isWorkingDay('2026-11-11'))
    assert.isFalse(isWorkingDay('2027-03-29'))
  })

  test('two working days after a Friday is the Tuesday, and a holiday between pushes it', ({
    assert,
  }) => {
    assert.equal(addWorkingDays('2026-11-20', 2), '2026-11-24')
    assert.equal(addWorkingDays('2026-11-10', 2), '2026-11-13')
    assert.equal(addWorkingDays('2026-11-21', 2), '2026-11-24')
    assert.equal(addWorkingDays('2026-12-31', 1), '2027-01-04')
  })

  test('none is the day itself, and a negative count goes back', ({ assert }) => {
    assert.equal(addWorkingDays('2026-11-28', 0), '2026-11-28')
    assert.equal(addWorkingDays('2026-11-30', -1), '2026-11-27')
    assert.equal(addWorkingDays('2026-11-12', -1), '2026-11-10')
  })

  test('the day reached is a working one with exactly that many on the way', ({ assert }) => {
    forMany(200, (between) => {
      const from = addDays('2024-01-01', between(0, 1500))
      const count = between(1, 15)
      const reached = addWorkingDays(from, count)
      const way = Array.from({ length: daysBetween(from, reached) }, (_, rank) =>
        addDays(from, rank + 1)
      )
      assert.isTrue(isWorkingDay(reached))
      assert.isTrue(weekdayOf(reached) <= 5)
      assert.equal(way.filter(isWorkingDay).length, count)
    })
  })
})
