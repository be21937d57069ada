import { test } from '@japa/runner'
import { type DateTime } from 'luxon'
import { addDays, parisInstant } from '#shared/dates'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import { reminderSchedule, visitMoments } from '#visits/rules/reminder_schedule'
import { forMany } from '#tests/unit/seeded'

const told = (moments: { key: string; at: DateTime }[]) =>
  moments.map(({ key, at }) => `${key} ${at.setZone('Europe/Paris').toFormat('yyyy-MM-dd HH:mm')}`)

function visit(day: string, time: string, convokedAt: DateTime) {
  const startsAt = parisInstant(day, time)
  const endsAt = startsAt.plus({ minutes: 30 })
  return { startsAt, endsAt, convokedAt, limit: cancellationLimit(startsAt, 'clock_hours') }
}

test.group('Reminders of a visit', () => {
  test('leave at J-7, on the eve of the limit and at J-1, at 9:00 in Paris', ({ assert }) => {
    const facts = visit('2026-11-30', '10:00', parisInstant('2026-11-06', '11:20'))
    assert.deepEqual(told(reminderSchedule(facts)), [
      'week_before 2026-11-23 09:00',
      'limit_eve 2026-11-27 09:00',
      'day_before 2026-11-29 09:00',
    ])
  })

  test('stay at 9:00 in Paris across a change of hour', ({ assert }) => {
    const facts = visit('2027-03-29', '10:00', parisInstant('2027-03-01', '10:00'))
    assert.deepEqual(
      reminderSchedule(facts).map(({ at }) => at.toUTC().toFormat('dd HH:mm')),
      ['22 08:00', '26 08:00', '28 07:00']
    )
  })

  test('one that would fall before the convocation, or with it, is skipped', ({ assert }) => {
    const late = visit('2026-11-30', '10:00', parisInstant('2026-11-24', '09:12'))
    assert.deepEqual(told(reminderSchedule(late)), [
      'limit_eve 2026-11-27 09:00',
      'day_before 2026-11-29 09:00',
    ])

    const sameTime = visit('2026-11-30', '10:00', parisInstant('2026-11-27', '09:00'))
    assert.deepEqual(told(reminderSchedule(sameTime)), ['day_before 2026-11-29 09:00'])

    const justBefore = visit('2026-11-30', '10:00', parisInstant('2026-11-27', '08:59'))
    assert.lengthOf(reminderSchedule(justBefore), 2)
  })

  test('a visit given for the same day has none', ({ assert }) => {
    const facts = visit('2026-11-30', '10:00', parisInstant('2026-11-30', '08:00'))
    assert.deepEqual(reminderSchedule(facts), [])
  })

  test('two at the same instant become one, that of the limit', ({ assert }) => {
    const facts = visit('2026-11-30', '10:00', parisInstant('2026-11-06', '11:20'))
    const weekEve = { ...facts, limit: parisInstant('2026-11-24', '10:00') }
    assert.deepEqual(told(reminderSchedule(weekEve)), [
      'limit_eve 2026-11-23 09:00',
      'day_before 2026-11-29 09:00',
    ])
    const dayEve = { ...facts, limit: parisInstant('2026-11-30', '08:00') }
    assert.deepEqual(told(reminderSchedule(dayEve)), [
      'week_before 2026-11-23 09:00',
      'limit_eve 2026-11-29 09:00',
    ])
  })

  test('the eve of a limit far before the visit comes first', ({ assert }) => {
    const startsAt = parisInstant('2026-05-26', '10:00')
    const facts = {
      startsAt,
      convokedAt: parisInstant('2026-05-01', '10:00'),
      limit: parisInstant('2026-05-18', '10:00'),
    }
    assert.deepEqual(told(reminderSchedule(facts)), [
      'limit_eve 2026-05-17 09:00',
      'week_before 2026-05-19 09:00',
      'day_before 2026-05-25 09:00',
    ])
  })

  test('nothing reminds of a visit that has begun', ({ assert }) => {
    const facts = visit('2026-11-30', '08:30', parisInstant('2026-11-06', '11:20'))
    const broken = { ...facts, limit: parisInstant('2026-12-01', '10:00') }
    assert.deepEqual(told(reminderSchedule(broken)), [
      'week_before 2026-11-23 09:00',
      'day_before 2026-11-29 09:00',
    ])
  })

  test('are in order, each once, after the convocation and before the visit, for any visit', ({
    assert,
  }) => {
    forMany(300, (between) => {
      const day = addDays('2026-01-01', between(0, 1000))
      const startsAt = parisInstant(
        day,
        `${String(between(7, 18)).padStart(2, '0')}:${between(0, 1) ? '30' : '00'}`
      )
      const convokedAt = startsAt.minus({ minutes: between(1, 40_000) })
      const mode = between(0, 1) ? 'clock_hours' : 'working_hours'
      const reminders = reminderSchedule({
        startsAt,
        convokedAt,
        limit: cancellationLimit(startsAt, mode),
      })
      const instants = reminders.map(({ at }) => +at)
      assert.deepEqual(
        instants,
        [...new Set(instants)].toSorted((one, other) => one - other)
      )
      for (const { at } of reminders) {
        assert.isTrue(at > convokedAt && at < startsAt)
        assert.equal(at.setZone('Europe/Paris').toFormat('HH:mm:ss'), '09:00:00')
      }
    })
  })
})

test.group('The whole plan of a visit', () => {
  test('closes the window at the limit and asks for the outcome half an hour after the end', ({
    assert,
  }) => {
    const facts = visit('2026-11-30', '10:00', parisInstant('2026-11-06', '11:20'))
    assert.deepEqual(told(visitMoments(facts)), [
      'week_before 2026-11-23 09:00',
      'limit_eve 2026-11-27 09:00',
      'window_closes 2026-11-28 10:00',
      'day_before 2026-11-29 09:00',
      'outcome_asked 2026-11-30 11:00',
    ])
  })

  test('keeps a limit that was past at the convocation, so that the window closes at once', ({
    assert,
  }) => {
    const facts = visit('2026-11-30', '10:00', parisInstant('2026-11-29', '12:00'))
    assert.deepEqual(told(visitMoments(facts)), [
      'window_closes 2026-11-28 10:00',
      'outcome_asked 2026-11-30 11:00',
    ])
  })
})
