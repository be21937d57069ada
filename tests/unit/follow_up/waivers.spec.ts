import { test } from '@japa/runner'
import { decide } from '#follow_up/rules/decide'
import type { Facts } from '#follow_up/rules/facts'
import { forTheEmployer } from '#follow_up/rules/for_the_employer'
import { decideWaiver } from '#follow_up/rules/waiving'
import { WAIVER_CASES } from '#tests/unit/follow_up/waiver_cases'

const FACTS: Facts = {
  today: '2026-11-24',
  birthDate: '1990-05-02',
  contract: { start: '2026-11-30', nature: 'permanent', end: null, endReason: null },
  posts: [{ from: '2026-11-30', to: null, risks: [], night: false }],
  situations: [],
  stoppages: [],
  visits: [],
}
const EARLIER = { heldOn: '2024-05-06', kind: 'initial_information', by: 'doctor', nextBy: null, noMeasureNeeded: null } as const

test.group('A first visit waived by the health team', () => {
  for (const { title, facts, refused } of WAIVER_CASES) {
    test(`${title}: ${refused ?? 'may be'}`, ({ assert }) => {
      const decision = decideWaiver(facts)
      assert.equal(decision.ok ? null : decision.error.type, refused)
    })
  }

  test('never by itself: the same visit waives nothing without the act', ({ assert }) => {
    const kinds = (facts: Facts) => decide(facts).due.map(({ kind, until }) => `${kind} ${until}`)
    assert.deepEqual(kinds({ ...FACTS, visits: [EARLIER] }), ['initial_information 2027-02-28'])
    assert.deepEqual(kinds({ ...FACTS, waived: [EARLIER] }), ['periodic_information 2029-05-06'])
  })

  test('an exam waived starts the clocks of the reinforced follow-up', ({ assert }) => {
    const posts = [{ from: '2026-11-30', to: null, risks: ['asbestos'] as const, night: false }]
    const { due } = decide({ ...FACTS, posts, waived: [{ ...EARLIER, kind: 'fitness_hiring', heldOn: '2025-05-06' }] })
    assert.deepEqual(due.map(({ kind, until }) => [kind, until]), [
      ['intermediate', '2027-05-06'],
      ['fitness_periodic', '2029-05-06'],
    ])
  })

  test('does not tell the employer of the visit held for another one', ({ assert }) => {
    const { due } = forTheEmployer(decide({ ...FACTS, waived: [EARLIER] }))
    assert.include(due[0]!.because, "Première visite dispensée par l'équipe de santé")
    assert.notMatch(JSON.stringify(due), /6 mai 2024/)
  })
})
