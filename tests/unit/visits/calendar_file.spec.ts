import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { sync, type VEvent } from 'node-ical'
import { PARIS, parisInstant } from '#shared/dates'
import { calendarFile } from '#visits/calendar_file'
import { forMany } from '#tests/unit/seeded'
import { convocation } from '#tests/unit/visits/facts'

const at = (startsAt: DateTime) => convocation({ startsAt, endsAt: startsAt.plus({ minutes: 30 }) })

/** As another library reads it. */
function read(text: string) {
  const parts = Object.values(sync.parseICS(text))
  return { events: parts.filter((part) => part?.type === 'VEVENT') as VEvent[], calendar: parts.find((part) => part?.type === 'VCALENDAR')! }
}

test.group('A calendar file', () => {
  test('puts the visit at its time in Paris, under a neutral name', ({ assert }) => {
    const { events, calendar } = read(calendarFile(convocation(), 'PUBLISH'))
    const [event] = events
    assert.lengthOf(events, 1)
    assert.equal((calendar as { method?: string }).method, 'PUBLISH')
    assert.equal(event!.start.toISOString(), '2026-11-30T09:00:00.000Z')
    assert.equal(event!.end!.toISOString(), '2026-11-30T09:30:00.000Z')
    assert.equal(event!.start.tz, PARIS)
    assert.equal(event!.summary, 'Rendez-vous santé au travail')
    assert.equal(event!.location, 'Centre de Vern, 14 allée des Tilleuls, 35770 Vern-sur-Seiche')
    assert.include(event!.description, '02 61 91 24 00')
    assert.include(event!.description, 'avant le samedi 28\u00a0novembre 2026 à\u00a010\u00a0h\u00a000')
    assert.equal(event!.status, 'CONFIRMED')
  })

  test('names nobody, is private, and tells an employee nothing of an employer that must not know', ({ assert }) => {
    const text = calendarFile(convocation(), 'PUBLISH').replaceAll('\r\n ', '')
    assert.notInclude(text, 'Marchevaux')
    assert.notInclude(text, 'Ormevert')
    assert.include(text, 'CLASS:PRIVATE')
    assert.notInclude(calendarFile(convocation({ visibleToMember: false }), 'PUBLISH').replaceAll('\r\n ', ''), 'employeur')
  })

  test('keeps its UID and grows its SEQUENCE when the visit is moved, then cancelled', ({ assert }) => {
    const told = [
      calendarFile(convocation(), 'PUBLISH'),
      calendarFile(convocation({ sequence: 1 }), 'PUBLISH'),
      calendarFile(convocation({ sequence: 1, state: 'cancelled', cancelled: { by: 'staff', at: parisInstant('2026-11-25', '08:00') } }), 'CANCEL'),
    ].map((text) => read(text))
    assert.deepEqual(told.map(({ events }) => events[0]!.sequence).map(Number), [0, 1, 2])
    assert.lengthOf(new Set(told.map(({ events }) => events[0]!.uid)), 1)
    assert.equal((told[2]!.calendar as { method?: string }).method, 'CANCEL')
    assert.equal(told[2]!.events[0]!.status, 'CANCELLED')
    assert.equal(told[2]!.events[0]!.dtstamp!.toISOString(), '2026-11-25T07:00:00.000Z')
  })

  test('has another UID for another visit', ({ assert }) => {
    const other = convocation({ visitId: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f99' })
    assert.notEqual(read(calendarFile(other, 'PUBLISH')).events[0]!.uid, read(calendarFile(convocation(), 'PUBLISH')).events[0]!.uid)
  })

  test('is the same instant whatever the season and the year', ({ assert }) => {
    const first = parisInstant('2026-01-01', '08:00')
    forMany(200, (between) => {
      const startsAt = first.plus({ days: between(0, 3650) }).set({ hour: between(7, 18), minute: between(0, 1) * 30 })
      const [event] = read(calendarFile(at(startsAt), 'PUBLISH')).events
      assert.equal(event!.start.getTime(), startsAt.toMillis(), startsAt.toISO()!)
    })
  })

  test('describes the clocks of Paris as they are, on both sides of each change', ({ assert }) => {
    const text = calendarFile(convocation(), 'PUBLISH')
    const zone = text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('END:VTIMEZONE'))
    assert.include(zone, 'TZID:Europe/Paris')
    for (let year = 2026; year < 2040; year += 1) {
      for (const [month, hour, offset] of [[3, 2, 120], [10, 3, 60]] as const) {
        const last = parisInstant(`${year}-${String(month).padStart(2, '0')}-31`, '12:00')
        const sunday = last.minus({ days: last.weekday % 7 }).startOf('day')
        assert.equal(sunday.set({ hour: 12 }).offset, offset)
        assert.equal(sunday.minus({ minutes: 1 }).offset, 180 - offset)
        assert.include(zone, `T0${hour}0000\r\nRRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`)
      }
    }
  })

  test('has lines of at most 75 octets that end as the RFC wants, whatever the texts', ({ assert }) => {
    const letters = ['é', '😀', 'a', ',', ';', '\\', '\n', '"', ':', ' ', '€', 'BEGIN:VEVENT\r\n']
    forMany(100, (between) => {
      const words = Array.from({ length: between(1, 300) }, () => letters[between(0, letters.length - 1)]).join('')
      const text = calendarFile(convocation({ centre: { ...convocation().centre, accessDirections: words } }), 'PUBLISH')
      assert.notMatch(text.replaceAll('\r\n', ''), /[\r\n]/)
      assert.isAtMost(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line))), 75)
      const { events } = read(text)
      assert.lengthOf(events, 1)
      assert.include(String(events[0]!.description).replaceAll('\r', ''), words.replaceAll('\r', '').trimStart())
    })
  })
})
