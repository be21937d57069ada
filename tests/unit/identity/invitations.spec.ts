import { test } from '@japa/runner'
import { invitationState, remindAt } from '#identity/rules/invitations'
import { parisInstant } from '#shared/dates'

const END = parisInstant('2026-12-01', '09:12')

test.group('An invitation', () => {
  test('is on its way, waits, then expires at the very instant of its end', ({ assert }) => {
    assert.equal(invitationState({ over: false, expiresAt: null }, END), 'leaving')
    assert.equal(invitationState({ over: false, expiresAt: END }, END.minus({ milliseconds: 1 })), 'waiting')
    assert.equal(invitationState({ over: false, expiresAt: END }, END), 'expired')
    assert.equal(invitationState({ over: true, expiresAt: END }, END.minus({ days: 1 })), 'over')
  })

  test('is recalled three days after its first mail, four before its end', ({ assert }) => {
    assert.equal(remindAt(END).toISO(), END.minus({ days: 4 }).toISO())
  })
})
