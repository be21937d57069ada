import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { visitLine } from '#visits/rules/visit_line'

const startsAt = parisInstant('2026-11-30', '10:00')
const limit = parisInstant('2026-11-28', '10:00')
const convokedAt = parisInstant('2026-11-06', '11:20')
const at = (day: string, time: string, facts = { startsAt, limit, convokedAt }) => visitLine(facts, parisInstant(day, time))
const shape = (line: ReturnType<typeof visitLine>) => line.map(({ step, done }) => (done ? `${step}*` : step)).join(' ')

test.group('The line of a visit', () => {
  test('goes from the convocation to the visit, with now at its place', ({ assert }) => {
    assert.equal(shape(at('2026-11-06', '11:20')), 'called* now reminder reminder limit reminder visit')
    assert.equal(shape(at('2026-11-24', '09:12')), 'called* reminder* now reminder limit reminder visit')
    assert.equal(shape(at('2026-11-28', '09:59')), 'called* reminder* reminder* now limit reminder visit')
  })

  test('has passed its limit at the very instant of it', ({ assert }) => {
    assert.equal(shape(at('2026-11-28', '10:00')), 'called* reminder* reminder* limit* now reminder visit')
  })

  test('has no now once the visit has begun', ({ assert }) => {
    assert.equal(shape(at('2026-11-30', '10:00')), 'called* reminder* reminder* limit* reminder* visit*')
  })

  test('begins with the convocation even when that came after the limit', ({ assert }) => {
    const late = { startsAt, limit, convokedAt: parisInstant('2026-11-29', '12:00') }
    assert.equal(shape(at('2026-11-29', '13:00', late)), 'called* limit* now visit')
  })
})
