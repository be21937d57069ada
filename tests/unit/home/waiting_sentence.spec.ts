import { test } from '@japa/runner'
import { otherOutcomesSentence, requestsSentence, waitingSentence } from '#home/rules/waiting_sentence'

test.group('The sentences of the dashboard', () => {
  test('say how many points wait, and how many are late', ({ assert }) => {
    assert.equal(waitingSentence(0, 0), 'Rien ne vous attend.')
    assert.equal(waitingSentence(1, 0), 'Un point vous attend.')
    assert.equal(waitingSentence(1, 1), 'Un point vous attend, en retard.')
    assert.equal(waitingSentence(6, 0), 'Six points vous attendent.')
    assert.equal(waitingSentence(6, 1), 'Six points vous attendent, dont un en retard.')
    assert.equal(waitingSentence(6, 2), 'Six points vous attendent, dont deux en retard.')
    assert.equal(waitingSentence(3, 3), 'Trois points vous attendent, tous en retard.')
    assert.equal(waitingSentence(14, 11), '14 points vous attendent, dont 11 en retard.')
  })

  test('say how the requests stand, in the feminine', ({ assert }) => {
    assert.equal(requestsSentence({ sent: 1, taken: 1, planned: 1 }), 'une envoyée, une prise en charge, une planifiée')
    assert.equal(requestsSentence({ sent: 2, taken: 3, planned: 0 }), 'deux envoyées, trois prises en charge')
    assert.equal(requestsSentence({ sent: 0, taken: 0, planned: 12 }), '12 planifiées')
  })

  test('say what became of the visits that were not held', ({ assert }) => {
    assert.equal(otherOutcomesSentence({ cancelled: 0, missed: 0 }), 'aucune annulée, aucune absence')
    assert.equal(otherOutcomesSentence({ cancelled: 6, missed: 3 }), '6\u00a0annulées, 3\u00a0absences')
    assert.equal(otherOutcomesSentence({ cancelled: 1, missed: 0 }), '1\u00a0annulée')
    assert.equal(otherOutcomesSentence({ cancelled: 0, missed: 1 }), '1\u00a0absence')
  })
})
