import { test } from '@japa/runner'
import { moveClock, stopClock } from '#core/clock'
import { formatInstantShort, parisInstant } from '#shared/dates'
import { cancellationLimit, decideCancellation, type CancellationMode } from '#visits/rules/cancellation_window'
import { createVisit, insert, owner, rowOf } from '#tests/support/factories'
import { aMember } from '#tests/functional/visits/world'

type Edge = { name: string; mode: CancellationMode; visit: [string, string]; limit: [string, string] }

/** Counted by hand on a calendar; the rule is not asked. */
const EDGES: Edge[] = [
  { name: 'a Monday visit', mode: 'clock_hours', visit: ['2026-11-30', '10:00'], limit: ['2026-11-28', '10:00'] },
  { name: 'a Monday visit', mode: 'working_hours', visit: ['2026-11-30', '10:00'], limit: ['2026-11-26', '10:00'] },
  { name: 'the clocks going back', mode: 'clock_hours', visit: ['2026-10-26', '10:00'], limit: ['2026-10-24', '11:00'] },
  { name: 'the clocks going back', mode: 'working_hours', visit: ['2026-10-26', '10:00'], limit: ['2026-10-22', '10:00'] },
  { name: 'the clocks going forward', mode: 'clock_hours', visit: ['2027-03-29', '10:00'], limit: ['2027-03-27', '09:00'] },
  // Monday 29 March 2027 is not a working day either.
  { name: 'the clocks going forward and Easter Monday', mode: 'working_hours', visit: ['2027-03-30', '10:00'], limit: ['2027-03-25', '10:00'] },
  { name: 'Easter Monday', mode: 'clock_hours', visit: ['2027-03-30', '10:00'], limit: ['2027-03-28', '10:00'] },
  { name: '11 November', mode: 'clock_hours', visit: ['2026-11-12', '10:00'], limit: ['2026-11-10', '10:00'] },
  { name: '11 November', mode: 'working_hours', visit: ['2026-11-12', '10:00'], limit: ['2026-11-09', '10:00'] },
]
const OFFSETS = [{ seconds: -1, isOpen: true }, { seconds: 0, isOpen: false }, { seconds: 1, isOpen: false }]

test.group('Both clocks of the limit', (group) => {
  group.each.teardown(() => moveClock())

  for (const { name, mode, visit: [day, time], limit: [limitDay, limitTime] } of EDGES) {
    const startsAt = parisInstant(day, time)
    const limit = parisInstant(limitDay, limitTime)

    test(`over ${name}, in ${mode}, the rule has the limit to the second`, ({ assert }) => {
      assert.equal(cancellationLimit(startsAt, mode).toISO(), limit.toISO())
      for (const { seconds, isOpen } of OFFSETS) {
        assert.equal(decideCancellation({ state: 'convoked', startsAt, mode }, limit.plus({ seconds })).ok, isOpen, `${seconds} s`)
      }
    })

    test(`over ${name}, in ${mode}, the page shows it, and cancels to the second`, async ({ assert, cleanup }) => {
      await owner().from('settings').where('key', 'cancellation_mode').delete()
      await insert('settings', { key: 'cancellation_mode', value: JSON.stringify(mode) })
      cleanup(() => owner().from('settings').where('key', 'cancellation_mode').delete().then(() => {}))
      for (const { seconds, isOpen } of OFFSETS) {
        moveClock(limit.minus({ minutes: 5 }))
        const { employee, browser } = await aMember()
        const visit = await createVisit({ employee, startsAt, convokedAt: startsAt.minus({ days: 20 }) })
        const page = await browser.get(`/convocations/${visit.id}`)
        assert.include(page.text, `Annulable avant le ${formatInstantShort(limit)}`.replaceAll('\u00a0', ' '))
        stopClock(limit.plus({ seconds }))
        const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif: 'Salarié en congé' })
        assert.equal(answer.status, isOpen ? 303 : 409, `${seconds} s`)
        assert.equal((await rowOf('visits', { id: visit.id })).state, isOpen ? 'cancelled' : 'convoked')
      }
    })
  }
})
