import { test } from '@japa/runner'
import { admitRequest, dueFollowUp, type AdmissionFacts } from '#visits/rules/request_admission'

const TODAY = '2026-11-24'
const DUE: AdmissionFacts['due'] = [
  { kind: 'fitness_periodic', until: '2030-03-10' },
  { kind: 'intermediate', until: '2028-03-10' },
  { kind: 'mid_career', until: '2027-12-31' },
]

const decide = (facts: Partial<AdmissionFacts>) =>
  admitRequest(
    { kind: 'follow_up', reason: null, wishFrom: null, leftOn: null, due: DUE, convokedVisitId: null, ...facts },
    TODAY
  )
const admitted = (legalDeadline: string | null) => ({ ok: true as const, value: { legalDeadline } })
const refused = (error: object) => ({ ok: false as const, error })

test.group('A request of a visit', () => {
  test('for the follow-up is wanted by the law when the first visit of it is due', ({ assert }) => {
    assert.deepEqual(decide({}), admitted('2028-03-10'))
  })

  test('for the follow-up is refused when none is due, or when it has its date', ({ assert }) => {
    assert.deepEqual(decide({ due: [{ kind: 'mid_career', until: '2027-12-31' }] }), refused({ type: 'nothing_due' }))
    assert.deepEqual(decide({ convokedVisitId: 'v' }), refused({ type: 'already_convoked', visitId: 'v' }))
    assert.isTrue(decide({ kind: 'liaison', convokedVisitId: 'v' }).ok)
  })

  test('for a return is wanted eight days after it', ({ assert }) => {
    assert.deepEqual(decide({ kind: 'return', wishFrom: '2026-12-21' }), admitted('2026-12-29'))
    assert.deepEqual(decide({ kind: 'return' }), refused({ type: 'return_date_missing' }))
  })

  test('for the middle of the career is wanted when it is due, else at no date', ({ assert }) => {
    assert.deepEqual(decide({ kind: 'mid_career' }), admitted('2027-12-31'))
    assert.deepEqual(decide({ kind: 'mid_career', due: [] }), admitted(null))
  })

  test('by the employer needs a reason, and has no date', ({ assert }) => {
    assert.deepEqual(decide({ kind: 'employer_demand' }), refused({ type: 'reason_missing' }))
    assert.deepEqual(decide({ kind: 'employer_demand', reason: '' }), refused({ type: 'reason_missing' }))
    assert.deepEqual(decide({ kind: 'employer_demand', reason: 'Le poste change' }), admitted(null))
  })

  test('with a day that is past is refused', ({ assert }) => {
    assert.deepEqual(decide({ wishFrom: '2026-11-23' }), refused({ type: 'wish_past', today: TODAY }))
  })

  test('is for those present on the day, but the visit at the end of exposure', ({ assert }) => {
    assert.isTrue(decide({ leftOn: TODAY }).ok)
    assert.deepEqual(decide({ leftOn: '2026-11-23' }), refused({ type: 'employee_left', leftOn: '2026-11-23' }))
    assert.deepEqual(decide({ kind: 'post_exposure', leftOn: '2026-11-23' }), admitted(null))
  })
})

test.group('The follow-up that is due first', () => {
  test('is the soonest of the visits that OSTRA convokes to by itself', ({ assert }) => {
    assert.deepEqual(dueFollowUp(DUE), { kind: 'intermediate', until: '2028-03-10' })
    assert.isNull(dueFollowUp([{ kind: 'mid_career', until: '2027-12-31' }]))
    assert.isNull(dueFollowUp([]))
  })
})
