import { test } from '@japa/runner'
import { REQUEST_KINDS } from '#visits/rules/request_kinds'
import { decideWish, returnDeadline } from '#visits/rules/wish_date'

const TODAY = '2026-11-24'

test.group('The day from which a visit is wanted', () => {
  test('may be left out, but for a return', ({ assert }) => {
    for (const kind of REQUEST_KINDS.filter((one) => one !== 'return')) {
      assert.deepEqual(decideWish(kind, null, TODAY), { ok: true, value: null })
    }
    assert.deepEqual(decideWish('return', null, TODAY), { ok: false, error: { type: 'return_date_missing' } })
  })

  test('may be today, not yesterday', ({ assert }) => {
    assert.deepEqual(decideWish('follow_up', TODAY, TODAY), { ok: true, value: TODAY })
    assert.deepEqual(decideWish('follow_up', '2026-11-23', TODAY), { ok: false, error: { type: 'wish_past', today: TODAY } })
  })

  test('of a return may be past, by a year at most', ({ assert }) => {
    assert.isTrue(decideWish('return', '2025-11-24', TODAY).ok)
    assert.deepEqual(decideWish('return', '2025-11-23', TODAY), {
      ok: false,
      error: { type: 'return_date_too_old', earliest: '2025-11-24' },
    })
  })

  test('may be two years ahead, not a day more', ({ assert }) => {
    assert.isTrue(decideWish('liaison', '2028-11-24', TODAY).ok)
    assert.deepEqual(decideWish('liaison', '2028-11-25', TODAY), {
      ok: false,
      error: { type: 'wish_too_far', latest: '2028-11-24' },
    })
  })
})

test('a return on Monday 21 December has its visit by the 29th', ({ assert }) => {
  assert.equal(returnDeadline('2026-12-21'), '2026-12-29')
})
