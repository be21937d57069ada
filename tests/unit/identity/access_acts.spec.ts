import { test } from '@japa/runner'
import { actRefusalSentence, decideAct, type AccessAct, type ActedOn } from '#identity/rules/access_acts'
import { rightsOf } from '#identity/rules/rights'

const ACTS: AccessAct[] = ['change', 'suspend', 'resume', 'revoke', 'hand_over']
const someone = (values: Partial<ActedOn> = {}): ActedOn => ({ own: false, holder: false, suspended: false, rights: rightsOf('administrateur'), endsOn: null, ...values })
const refusal = (act: AccessAct, values: Partial<ActedOn> = {}, actor = { holder: true }) => {
  const decided = decideAct(act, someone(values), actor)
  return decided.ok ? null : decided.error.type
}

test.group('An act on an access', () => {
  test('is never on their own, nor on that of the holder', ({ assert }) => {
    for (const act of ACTS) {
      assert.equal(refusal(act, { own: true }), 'own')
      assert.equal(refusal(act, { holder: true }), 'holder')
    }
  })

  test('suspends what is open and reopens what is suspended', ({ assert }) => {
    assert.isNull(refusal('suspend'))
    assert.equal(refusal('suspend', { suspended: true }), 'already')
    assert.isNull(refusal('resume', { suspended: true }))
    assert.equal(refusal('resume'), 'already')
    assert.isNull(refusal('revoke', { suspended: true }))
  })

  test('hands the role over to an administrator who stays, and by the holder only', ({ assert }) => {
    assert.isNull(refusal('hand_over'))
    assert.equal(refusal('hand_over', {}, { holder: false }), 'not_the_holder')
    for (const values of [{ rights: rightsOf('rh') }, { suspended: true }, { endsOn: '2099-12-31' }]) {
      assert.equal(refusal('hand_over', values), 'not_an_administrator')
    }
  })

  test('that is refused says what to do', ({ assert }) => {
    for (const type of ['own', 'holder', 'already', 'not_an_administrator', 'not_the_holder'] as const) {
      assert.isNotEmpty(actRefusalSentence({ type }).text)
    }
  })
})
