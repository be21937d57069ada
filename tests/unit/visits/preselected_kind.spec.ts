import { test } from '@japa/runner'
import { preselectedKind } from '#visits/rules/preselected_kind'

const TODAY = '2026-11-24'
const due = (until: string, convokedVisitId: string | null = null) => ({
  due: [{ kind: 'periodic_information' as const, until }],
  convokedVisitId,
})

test.group('The kind that the form of a request proposes', () => {
  test('is the follow-up when it is late or due within six months', ({ assert }) => {
    assert.equal(preselectedKind([due('2026-11-01')], TODAY), 'follow_up')
    assert.equal(preselectedKind([due('2027-05-24')], TODAY), 'follow_up')
    assert.equal(preselectedKind([due('2031-01-01'), due('2026-12-01')], TODAY), 'follow_up')
  })

  test('is the demand of the employer when it is far, planned or not due', ({ assert }) => {
    assert.equal(preselectedKind([due('2027-05-25')], TODAY), 'employer_demand')
    assert.equal(preselectedKind([due('2026-12-01', 'v')], TODAY), 'employer_demand')
    assert.equal(preselectedKind([{ due: [], convokedVisitId: null }], TODAY), 'employer_demand')
  })

  test('is the follow-up while nobody is chosen', ({ assert }) => {
    assert.equal(preselectedKind([], TODAY), 'follow_up')
  })
})
