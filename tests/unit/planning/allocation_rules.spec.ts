import { test } from '@japa/runner'
import { allocate, type Allocation } from '#planning/rules/allocate'
import { hardRules, datedSlots } from '#planning/rules/eligibility'
import type { Campaign } from '#planning/rules/facts'
import { largerCampaign, smallCampaign, type Between } from '#tests/unit/planning/campaigns'
import { crowds } from '#tests/unit/planning/optimum'
import { forMany } from '#tests/unit/seeded'

const CASES = 300
const LARGER = 30

function forCampaigns(check: (campaign: Campaign) => void) {
  forMany(CASES, (between) => check(smallCampaign(between)))
  forMany(LARGER, (between) => check(largerCampaign(between)))
}

/** Each visit that was given a slot, with it and with the time its person is away. */
function placed({ visits, slots, today }: Campaign, { propositions }: Allocation) {
  const dated = datedSlots({ slots, today })
  return propositions.flatMap(({ visitId, slotId }) => {
    if (slotId === null) return []
    const visit = visits.find(({ id }) => id === visitId)!
    const slot = dated.find(({ id }) => id === slotId)!
    return [{ visit, slot, from: slot.startsAt, to: slot.startsAt + visit.minutes * 60_000 }]
  })
}

function shuffled<T>(list: readonly T[], between: Between): T[] {
  const all = [...list]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = between(0, last)
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}

test.group('An allocation', () => {
  test('answers for each visit once, and gives no slot twice', ({ assert }) => {
    forCampaigns((campaign) => {
      const { propositions } = allocate(campaign)
      assert.sameMembers(propositions.map(({ visitId }) => visitId), campaign.visits.map(({ id }) => id))
      const given = propositions.flatMap(({ slotId }) => slotId ?? [])
      assert.lengthOf(new Set(given), given.length)
    })
  })

  test('breaks no hard rule', ({ assert }) => {
    forCampaigns((campaign) => {
      for (const { visit, slot } of placed(campaign, allocate(campaign))) {
        const { noticeDays, closed } = campaign.members[visit.memberId]!
        assert.include(visit.heldBy, slot.practitionerKind)
        assert.isAtLeast(slot.minutes, visit.minutes)
        assert.isAtLeast(slot.ahead, noticeDays)
        for (const { from, to } of [...closed, ...visit.stoppages]) assert.isTrue(slot.day < from || to < slot.day)
        if (visit.doctors) assert.isTrue(visit.doctors.some(({ practitionerId, during }) => practitionerId === slot.practitionerId && (!during || (during.from <= slot.day && slot.day <= during.to))))
        assert.isTrue(hardRules(visit, campaign).every(({ holds }) => holds(slot)))
      }
    })
  })

  test('has nobody away one too many, of a person, a site or a member', ({ assert }) => {
    let crowded = 0
    forCampaigns((campaign) => {
      const all = placed(campaign, allocate(campaign))
      for (const { of, most, fixed } of crowds(campaign)) {
        const own = all.filter(({ visit }) => of(visit))
        for (const { from: at } of own) {
          const away = [...own, ...fixed].filter(({ from, to }) => from <= at && at < to).length
          assert.isAtMost(away, most)
          crowded += Number(away === most)
        }
      }
    })
    assert.isAbove(crowded, CASES)
  })

  test('is the same whatever the order of the facts', ({ assert }) => {
    forMany(CASES, (between) => {
      const campaign = smallCampaign(between)
      const members = Object.fromEntries(shuffled(Object.entries(campaign.members), between))
      const other = { ...campaign, members, visits: shuffled(campaign.visits, between), slots: shuffled(campaign.slots, between) }
      assert.deepEqual(allocate(other), allocate(campaign))
    })
    forMany(LARGER, (between) => {
      const campaign = largerCampaign(between)
      const other = { ...campaign, visits: shuffled(campaign.visits, between), slots: shuffled(campaign.slots, between) }
      assert.deepEqual(allocate(other), allocate(campaign))
    })
  })

  test('is never later, nor further from the wishes, for a slot more', ({ assert }) => {
    let better = 0
    forMany(CASES, (between) => {
      const campaign = smallCampaign(between)
      const { slots } = campaign
      const fewer = allocate({ ...campaign, slots: slots.toSpliced(between(0, slots.length - 1), 1) }).cost
      const { lateDays, beyondDays } = allocate(campaign).cost
      assert.isTrue(lateDays < fewer.lateDays || (lateDays === fewer.lateDays && beyondDays <= fewer.beyondDays))
      better += Number(lateDays < fewer.lateDays)
    })
    assert.isAbove(better, CASES / 20)
  })
})
