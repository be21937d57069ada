import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { fitSlot, type SlotFacts } from '#visits/rules/slot_fitness'
import type { VisitKind } from '#visits/rules/visit_kinds'

const now = parisInstant('2026-11-24', '09:12')
const slot: SlotFacts = { startsAt: now.plus({ hours: 1 }), minutes: 60, practitionerKind: 'doctor' }
const fit = (kind: VisitKind, change: Partial<SlotFacts> = {}) => fitSlot(kind, { ...slot, ...change }, now)

test.group('A slot for a visit', () => {
  test('will do when it is to come, long enough, with who may hold it', ({ assert }) => {
    assert.isTrue(fit('fitness_periodic').ok)
    assert.isTrue(fit('periodic_information', { minutes: 30, practitionerKind: 'nurse' }).ok)
    assert.isTrue(fit('periodic_information').ok)
  })

  test('will not do once it starts', ({ assert }) => {
    assert.isTrue(fit('liaison', { startsAt: now.plus({ milliseconds: 1 }) }).ok)
    assert.deepEqual(fit('liaison', { startsAt: now }), { ok: false, error: { type: 'slot_past' } })
  })

  test('will not do when it is a minute short', ({ assert }) => {
    assert.deepEqual(fit('return', { minutes: 59 }), { ok: false, error: { type: 'slot_too_short', minutes: 60 } })
    assert.deepEqual(fit('intermediate', { minutes: 29 }), { ok: false, error: { type: 'slot_too_short', minutes: 30 } })
  })

  test('of a nurse is for no fitness exam', ({ assert }) => {
    assert.deepEqual(fit('fitness_hiring', { practitionerKind: 'nurse' }), { ok: false, error: { type: 'wrong_practitioner' } })
  })
})
