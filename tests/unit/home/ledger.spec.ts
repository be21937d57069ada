import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { SHOWN, ledgerOf, visitEntries, type UpcomingVisit } from '#home/rules/ledger'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import { parisInstant } from '#shared/dates'

const NOW = parisInstant('2026-11-24', '09:12')

function visit(startsAt: DateTime, acknowledged: boolean, id = 'v'): UpcomingVisit {
  const limit = cancellationLimit(startsAt, 'clock_hours')
  return { id, name: 'Awa Diarrassou', startsAt, convokedAt: NOW.minus({ days: 9 }), limit, acknowledged }
}

const told = (startsAt: DateTime, acknowledged: boolean, now = NOW) =>
  visitEntries([visit(startsAt, acknowledged)], now).map(({ type, day }) => `${type} ${day}`)

test.group('The ledger of the dashboard', () => {
  test('a convocation to acknowledge hangs on its limit, however far', ({ assert }) => {
    assert.deepEqual(told(parisInstant('2026-11-30', '10:00'), false), ['acknowledge 2026-11-28'])
    assert.deepEqual(told(parisInstant('2027-03-01', '10:00'), false), ['acknowledge 2027-02-27'])
  })

  test('once acknowledged, it is told for its limit within seven days, to the second', ({ assert }) => {
    const edge = NOW.plus({ days: 7, hours: 48 })
    assert.deepEqual(told(edge, true), ['limit 2026-12-01'])
    assert.deepEqual(told(edge.plus({ seconds: 1 }), true), [])
  })

  test('its limit past, it hangs on its own day if it waits for an answer, else it is told no more', ({ assert }) => {
    const startsAt = NOW.plus({ hours: 48 })
    assert.deepEqual(told(startsAt, true), [])
    assert.deepEqual(told(startsAt, false), ['acknowledge 2026-11-26'])
    assert.deepEqual(told(startsAt, true, NOW.minus({ seconds: 1 })), ['limit 2026-11-24'])
  })

  test('is sorted by date, whatever the sort of entry', ({ assert }) => {
    const dues = [
      { employeeId: 'b', name: 'Karim', title: 'Visite périodique', untilOn: '2026-12-20' },
      { employeeId: 'a', name: 'Maud', title: 'Visite périodique', untilOn: '2026-11-12' },
    ]
    const entries = ledgerOf(dues, visitEntries([visit(parisInstant('2026-11-30', '10:00'), false)], NOW))
    assert.deepEqual(entries.map(({ day }) => day), ['2026-11-12', '2026-11-28', '2026-12-20'])
  })

  test('a long list of one sort does not hide the other', ({ assert }) => {
    const dues = Array.from({ length: 40 }, (_, rank) => ({ employeeId: String(rank), name: 'Karim', title: 'Visite', untilOn: '2026-11-12' }))
    const visits = Array.from({ length: 40 }, (_, rank) => visit(parisInstant('2026-11-30', '10:00').plus({ days: rank }), false, String(rank)))
    const entries = ledgerOf(dues, visitEntries(visits, NOW))
    assert.lengthOf(entries.filter(({ type }) => type === 'due'), SHOWN)
    assert.deepEqual(
      entries.filter(({ type }) => type !== 'due').map((entry) => 'id' in entry && entry.id),
      ['0', '1', '2', '3', '4', '5']
    )
  })
})
