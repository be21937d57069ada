import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { isAfterDeadline, otherDatesFrom, proposeOtherDates, type OtherDateFacts } from '#visits/rules/other_dates'

const now = parisInstant('2026-11-24', '09:12')
const facts: OtherDateFacts = { startsAt: parisInstant('2026-12-01', '10:00'), centreId: 'vern', deadline: '2026-12-10', from: null }
const slot = (id: string, day: string, time = '09:00', centreId = 'vern', minutes = 30) => ({
  id,
  startsAt: parisInstant(day, time),
  minutes,
  centreId,
  centreName: centreId === 'vern' ? 'Centre de Vern' : 'Centre de Rennes',
})
const idsOf = (...args: Parameters<typeof proposeOtherDates>) => proposeOtherDates(...args).map(({ slot: { id } }) => id)

test.group('Other dates for a visit', () => {
  test('are those of the own centre first, then by day, and say why', ({ assert }) => {
    const found = proposeOtherDates([slot('away', '2026-11-30', '09:00', 'rennes'), slot('later', '2026-12-08'), slot('sooner', '2026-11-30')], facts)
    assert.deepEqual(
      found.map(({ slot: { id }, reason }) => `${id} ${reason}`),
      [
        'sooner Centre de Vern, votre centre, 1\u00a0jour plus tôt que la date actuelle, 10\u00a0jours avant la date limite.',
        'later Centre de Vern, votre centre, 7\u00a0jours plus tard que la date actuelle, 2\u00a0jours avant la date limite.',
        "away Centre de Rennes, qui n'est pas votre centre, 1\u00a0jour plus tôt que la date actuelle, 10\u00a0jours avant la date limite.",
      ]
    )
  })

  test('are never after the legal deadline while one meets it, even elsewhere', ({ assert }) => {
    assert.deepEqual(idsOf([slot('late', '2026-12-11', '00:00'), slot('away', '2026-12-10', '23:59', 'rennes')], facts), ['away'])
  })

  test('are after the deadline, and say so, when every one is', ({ assert }) => {
    const [late] = proposeOtherDates([slot('late', '2026-12-11')], facts)
    assert.isTrue(late!.late)
    assert.include(late!.reason, '1\u00a0jour après la date limite')
  })

  test('leave out the date that the visit has, and the longer of two that begin together', ({ assert }) => {
    assert.deepEqual(idsOf([slot('same', '2026-12-01', '10:00'), slot('long', '2026-12-02', '09:00', 'vern', 60), slot('short', '2026-12-02')], facts), ['short'])
  })

  test('are five at most', ({ assert }) => {
    assert.lengthOf(proposeOtherDates(Array.from({ length: 9 }, (_, n) => slot(`${n}`, `2026-12-0${n + 1}`)), facts), 5)
  })

  test("meet the deadline until the last second of its day, in Paris", ({ assert }) => {
    const midnight = parisInstant('2026-12-11', '00:00')
    assert.isFalse(isAfterDeadline(midnight.minus({ seconds: 1 }), '2026-12-10'))
    assert.isTrue(isAfterDeadline(midnight, '2026-12-10'))
    assert.isFalse(isAfterDeadline(midnight, null))
  })

  test('begin three days ahead, at once when the law cannot wait, never before the return', ({ assert }) => {
    const from = (deadline: string | null, lawful: string | null = null) => otherDatesFrom({ deadline, from: lawful }, now).toISO()
    const notice = parisInstant('2026-11-27', '00:00').toISO()
    assert.equal(from('2026-12-10'), notice)
    assert.equal(from('2026-11-28'), notice)
    assert.equal(from('2026-11-27'), now.toISO())
    assert.equal(from('2026-11-23'), notice)
    assert.equal(from(null, '2026-12-01'), parisInstant('2026-12-01', '00:00').toISO())
  })
})
