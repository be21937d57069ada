import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { bulkStanding } from '#visits/rules/bulk_standing'

const startsAt = parisInstant('2026-11-30', '10:00')
const limit = parisInstant('2026-11-28', '10:00')

test.group('A visit in a selection', () => {
  test('is open before its limit, too late at it, over at its start', ({ assert }) => {
    const at = (instant: typeof limit) => bulkStanding({ state: 'convoked', limit, startsAt }, instant)
    assert.equal(at(limit.minus({ milliseconds: 1 })), 'open')
    assert.equal(at(limit), 'too_late')
    assert.equal(at(startsAt.minus({ milliseconds: 1 })), 'too_late')
    assert.equal(at(startsAt), 'over')
  })

  test('is over once it is no longer convoked', ({ assert }) => {
    for (const state of ['cancelled', 'substituted', 'held'] as const) {
      assert.equal(bulkStanding({ state, limit, startsAt }, limit.minus({ days: 1 })), 'over')
    }
  })
})
