import { test } from '@japa/runner'
import { isDay } from '#shared/dates'
import { calendarPage, readCalendarPage } from '#visits/rules/calendar_page'

test.group('A page of the calendar', () => {
  test('is the whole weeks of a month, from Monday to Sunday', ({ assert }) => {
    const { weeks, previous, next } = calendarPage('mois', '2026-11-24')
    assert.deepEqual(weeks.map((week) => week[0]!.day), ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'])
    assert.isTrue(weeks[0]![0]!.outside)
    assert.isFalse(weeks[0]![6]!.outside)
    assert.deepEqual([previous, next], ['2026-10-01', '2026-12-01'])
  })

  test('is one week, across months and years', ({ assert }) => {
    const { weeks, previous, next } = calendarPage('semaine', '2026-12-31')
    assert.deepEqual(weeks.map((week) => [week[0]!.day, week[6]!.day]), [['2026-12-28', '2027-01-03']])
    assert.isFalse(weeks[0]![6]!.outside)
    assert.deepEqual([previous, next], ['2026-12-24', '2027-01-07'])
  })

  test('knows public holidays and weekends', ({ assert }) => {
    const days = calendarPage('mois', '2026-11-01').weeks.flat()
    const holidays = days.filter(({ holiday }) => holiday).map(({ day }) => day)
    assert.deepEqual(holidays, ['2026-11-01', '2026-11-11'])
    assert.isTrue(days.find(({ day }) => day === '2026-11-14')!.weekend)
    assert.isFalse(days.find(({ day }) => day === '2026-11-13')!.weekend)
  })

  test('is the month of today when the address asks for what is not, or for years away', ({ assert }) => {
    for (const jour of [undefined, 'demain', '2026-02-30', '1999-01-01', '9999-01-01', ['2026-01-01']]) {
      assert.equal(readCalendarPage({ jour }, isDay, '2026-11-24').day, '2026-11-24')
    }
    assert.equal(readCalendarPage({ jour: '2027-01-01', vue: 'semaine' }, isDay, '2026-11-24').view, 'semaine')
  })
})
