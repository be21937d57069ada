import { test } from '@japa/runner'
import fc from 'fast-check'
import { addDays, parisDay, parisInstant, weekdayOf } from '#shared/dates'
import { changed, isTouched, overlap } from '#calendar/rules/calendar_change'
import type { Calendar, Opening } from '#calendar/rules/opening'
import { comesOn, sessionsOn, slotsFrom, slotsOn } from '#calendar/rules/sessions'

const facts = { centreId: 'V', weekday: 1, onDay: null, begins: '08:30', ends: '12:30', slotMinutes: 60, everyWeeks: 1 }
const MORNING: Opening = { ...facts, id: 'a', validFrom: '2026-11-02', validUntil: null }
const calendar = (openings: Opening[], more: Partial<Calendar> = {}): Calendar => ({ openings, exceptions: [], absences: [], ...more })
const at = (day: string, time: string, minutes = 60) => ({ centreId: 'V', startsAt: parisInstant(day, time), endsAt: parisInstant(day, time).plus({ minutes }) })
const times = (found: { startsAt: { toFormat: (format: string) => string } }[]) => found.map(({ startsAt }) => startsAt.toFormat('HH:mm'))

test.group('An opening', () => {
  test('is cut in whole slots, and what is left over is not one', ({ assert }) => {
    assert.deepEqual(times(slotsOn(calendar([MORNING]), '2026-11-30')), ['08:30', '09:30', '10:30', '11:30'])
    assert.deepEqual(times(slotsOn(calendar([{ ...MORNING, ends: '11:29' }]), '2026-11-30')), ['08:30', '09:30'])
    assert.deepEqual(times(slotsOn(calendar([{ ...MORNING, ends: '11:30' }]), '2026-11-30')), ['08:30', '09:30', '10:30'])
  })

  test('holds from its first day to its last, both included', ({ assert }) => {
    const short = { ...MORNING, validFrom: '2026-11-09', validUntil: '2026-11-23' }
    const days = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
    assert.deepEqual(days.map((day) => comesOn(short, day)), [false, true, true, true, false])
  })

  test('every other week counts from the week in which it begins, over the new year too', ({ assert }) => {
    const other = { ...MORNING, everyWeeks: 2, validFrom: '2026-12-16' }
    assert.deepEqual(['2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11'].map((day) => comesOn(other, day)), [false, true, false, true])
  })

  test('of a single day comes on that day alone', ({ assert }) => {
    const single = { ...MORNING, weekday: null, onDay: '2026-12-05' }
    assert.deepEqual(['2026-12-04', '2026-12-05', '2026-12-12'].map((day) => comesOn(single, day)), [false, true, false])
  })

  test('gives nothing on a public holiday, in an absence, or on a day on which it is closed', ({ assert }) => {
    const wednesday = { ...MORNING, weekday: 3 }
    assert.isEmpty(slotsOn(calendar([wednesday]), '2026-11-11'))
    const away = calendar([MORNING], { absences: [{ id: 'x', from: '2026-11-16', until: '2026-11-23' }] })
    assert.deepEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map((day) => slotsOn(away, day).length), [4, 0, 0, 4])
    const closed = calendar([MORNING], { exceptions: [{ openingId: 'a', day: '2026-11-16' }, { openingId: 'b', day: '2026-11-23' }] })
    assert.deepEqual(['2026-11-16', '2026-11-23'].map((day) => slotsOn(closed, day).length), [0, 4])
  })

  test('keeps its hour of Paris when the clocks change, and lasts what elapses in that night', ({ assert }) => {
    const sunday = { ...MORNING, weekday: 7, validFrom: '2026-01-01' }
    const [spring, autumn] = [slotsOn(calendar([sunday]), '2026-03-29'), slotsOn(calendar([sunday]), '2026-10-25')]
    assert.deepEqual([spring[0]!.startsAt.toUTC().toFormat('HH:mm'), autumn[0]!.startsAt.toUTC().toFormat('HH:mm')], ['06:30', '07:30'])
    const night = { ...sunday, begins: '01:00', ends: '04:00' }
    assert.deepEqual([slotsOn(calendar([night]), '2026-03-29').length, slotsOn(calendar([night]), '2026-10-25').length], [2, 4])
  })

  test('{two} overlaps another: {expected}')
    .with([
      { two: 'one that ends as it begins', other: { begins: '12:30', ends: '13:30' }, expected: false },
      { two: 'one that begins a minute before its end', other: { begins: '12:29', ends: '13:30' }, expected: true },
      { two: 'one of another weekday', other: { weekday: 2 }, expected: false },
      { two: 'one of the other weeks', other: { everyWeeks: 2, validFrom: '2026-11-09' }, base: { everyWeeks: 2 }, expected: false },
      { two: 'one that begins after its last day', other: { validFrom: '2026-12-01' }, base: { validUntil: '2026-11-30' }, expected: false },
      { two: 'a single day on it', other: { weekday: null, onDay: '2026-12-07' }, expected: true },
    ])
    .run(({ assert }, { other, base, expected }) => {
      assert.equal(overlap({ ...MORNING, ...base }, { ...MORNING, ...other }, '2026-11-02'), expected)
    })
})

test.group('A change of the calendar', () => {
  const before = calendar([MORNING])

  test('that stops an opening touches what comes after its last day, not that day', ({ assert }) => {
    const after = changed(before, { type: 'stop', openingId: 'a', lastDay: '2026-11-30' })
    assert.deepEqual(['2026-11-30', '2026-12-07'].map((day) => isTouched(before, after, at(day, '09:30'))), [false, true])
  })

  test('that makes it end sooner touches what ends after it, at the minute', ({ assert }) => {
    const after = changed(before, { type: 'edit', openingId: 'a', from: '2026-11-30', opening: { ...facts, ends: '11:30' } })
    assert.deepEqual(['09:30', '10:30', '10:31', '11:30'].map((time) => isTouched(before, after, at('2026-11-30', time))), [false, false, true, true])
    assert.isFalse(isTouched(before, after, at('2026-11-23', '11:30')))
  })

  test('that takes the practitioner to another centre touches all, and lengths of slots touch nobody', ({ assert }) => {
    const edit = (opening: Partial<Opening>) => changed(before, { type: 'edit', openingId: 'a', from: '2026-11-30', opening: { ...facts, ...opening } })
    assert.isTrue(isTouched(before, edit({ centreId: 'C' }), at('2026-11-30', '09:30')))
    assert.isFalse(isTouched(before, edit({ slotMinutes: 30 }), at('2026-11-30', '09:30')))
  })

  test('of an absence touches also what no opening held, on its days alone', ({ assert }) => {
    const after = changed(before, { type: 'absence', from: '2026-12-01', until: '2026-12-02' })
    assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map((day) => isTouched(before, after, at(day, '18:00'))), [false, true, true, false])
  })

  test('keeps the weeks of an opening of every other week, from whichever week it is changed', ({ assert }) => {
    const fortnight = calendar([{ ...MORNING, everyWeeks: 2 }])
    for (const from of ['2026-11-24', '2026-11-30', '2026-12-01']) {
      const after = changed(fortnight, { type: 'edit', openingId: 'a', from, opening: { ...facts, everyWeeks: 2, ends: '11:30' } })
      const days = ['2026-11-16', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].map((day) => slotsOn(after, day).length)
      assert.deepEqual(days, [4, from > '2026-11-30' ? 4 : 3, 0, 3, 0, 3])
    }
  })

  test('keeps closed the days that were closed', ({ assert }) => {
    const closed = calendar([MORNING], { exceptions: [{ openingId: 'a', day: '2026-12-07' }] })
    const after = changed(closed, { type: 'edit', openingId: 'a', from: '2026-11-30', opening: { ...facts, ends: '11:30' } })
    assert.deepEqual(['2026-11-30', '2026-12-07'].map((day) => slotsOn(after, day).length), [3, 0])
  })
})

test.group('Whatever the openings', () => {
  const time = fc.integer({ min: 0, max: 23 * 60 + 59 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
  const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays('2026-01-01', days))
  const opening = fc.record({
    id: fc.uuid(),
    centreId: fc.constantFrom('V', 'C'),
    weekday: fc.integer({ min: 1, max: 7 }),
    onDay: fc.constant(null),
    hours: fc.tuple(time, time).filter(([one, other]) => one !== other).map((both) => both.toSorted()),
    slotMinutes: fc.constantFrom(15, 20, 30, 45, 60),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    validFrom: day,
    validUntil: fc.option(day),
  }).map(({ hours: [begins, ends], ...rest }): Opening => ({ ...rest, begins: begins!, ends: ends! }))

  test('slots never overlap, last what they must, lie in an opening, and none falls on a holiday or an absence', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(opening, { maxLength: 8 }), day, day, (openings, from, away) => {
        const whole = calendar(openings, { absences: [{ id: 'x', from: away, until: addDays(away, 6) }] })
        const slots = slotsFrom(whole, from, 21)
        for (const [rank, slot] of slots.entries()) {
          const on = parisDay(slot.startsAt)
          const next = slots[rank + 1]
          if (next) assert.isTrue(slot.endsAt <= next.startsAt)
          const home = sessionsOn(whole, on).find((one) => one.startsAt <= slot.startsAt && slot.endsAt <= one.endsAt)!
          assert.equal(slot.endsAt.diff(slot.startsAt).as('minutes'), home.opening.slotMinutes)
          assert.equal(home.opening.weekday, weekdayOf(on))
          assert.isFalse(on >= away && on <= addDays(away, 6))
          assert.isFalse(['2026-05-01', '2026-07-14', '2026-11-11', '2026-12-25'].includes(on))
        }
      }),
      { numRuns: 300 }
    )
  })
})
