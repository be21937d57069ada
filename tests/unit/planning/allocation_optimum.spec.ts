import { test } from '@japa/runner'
import { allocate } from '#planning/rules/allocate'
import { smallCampaign } from '#tests/unit/planning/campaigns'
import { optimumOf } from '#tests/unit/planning/optimum'
import { forMany } from '#tests/unit/seeded'

const CASES = 400

test.group('The allocation beside the optimum', () => {
  test('is late and beyond the wishes by the same days, breaks as few wishes, and disturbs within 2 % of as few half-days', ({ assert }) => {
    const sums = { ours: 0, optimum: 0 }
    let limited = 0
    forMany(CASES, (between) => {
      const campaign = smallCampaign(between)
      const { cost, proven } = allocate(campaign)
      const optimum = optimumOf(campaign)
      const told = JSON.stringify(campaign)
      assert.isTrue(proven, told)
      assert.deepEqual({ ...cost, halfDays: 0 }, { ...optimum, halfDays: 0 }, told)
      assert.isAtMost(cost.halfDays, optimum.halfDays * 1.02, told)
      sums.ours += cost.halfDays
      sums.optimum += optimum.halfDays
      limited += Number(optimum.lateDays > 0 && optimum.broken > 0)
    })
    assert.isAbove(limited, CASES / 10)
    assert.isAtLeast(sums.ours, sums.optimum)
  }).timeout(120_000)
})
