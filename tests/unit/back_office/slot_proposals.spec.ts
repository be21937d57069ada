import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { PROPOSALS, proposeFrom, proposeSlots } from '#back_office/rules/slot_proposals'
import { parisInstant } from '#shared/dates'

const now = parisInstant('2026-11-24', '09:12')
const OWN = 'own'
const facts = { centreId: OWN, wishFrom: null, legalDeadline: null }

function slot(startsAt: DateTime, { centreId = OWN, minutes = 30 } = {}) {
  return { id: `${centreId} ${startsAt.toISO()} ${minutes}`, startsAt, minutes, centreId, centreName: centreId === OWN ? 'Centre de Vern' : 'Centre de Bruz' }
}

const at = (day: string, time: string) => parisInstant(day, time)
const plain = (text: string) => text.replace(/\u00a0/g, ' ')

test.group('Slots', () => {
  test('are proposed from three days ahead, so that the employer can still give one back', ({ assert }) => {
    assert.equal(+proposeFrom({ wishFrom: null, legalDeadline: null }, now), +at('2026-11-27', '00:00'))
  })

  test('are proposed from now on when the law leaves no more than those three days', ({ assert }) => {
    for (const legalDeadline of ['2026-11-24', '2026-11-27']) assert.equal(+proposeFrom({ wishFrom: null, legalDeadline }, now), +now)
    for (const legalDeadline of ['2026-11-23', '2026-11-28']) {
      assert.equal(+proposeFrom({ wishFrom: null, legalDeadline }, now), +at('2026-11-27', '00:00'))
    }
  })

  test('are proposed from the day that was wished, and no sooner than the notice', ({ assert }) => {
    assert.equal(+proposeFrom({ wishFrom: '2026-12-21', legalDeadline: null }, now), +at('2026-12-21', '00:00'))
    assert.equal(+proposeFrom({ wishFrom: '2026-11-25', legalDeadline: null }, now), +at('2026-11-27', '00:00'))
    assert.equal(+proposeFrom({ wishFrom: '2026-11-26', legalDeadline: '2026-11-26' }, now), +at('2026-11-26', '00:00'))
  })

  test('come from the own centre first, then from the others, by day and hour', ({ assert }) => {
    const away = slot(at('2026-12-01', '08:00'), { centreId: 'away' })
    const own = slot(at('2026-12-02', '16:00'))
    const sooner = slot(at('2026-11-30', '17:00'), { centreId: 'away' })
    const earlier = slot(at('2026-12-02', '15:30'))
    const proposals = proposeSlots([away, own, sooner, earlier], facts)
    assert.deepEqual(proposals.map((proposal) => proposal.slot), [earlier, own, sooner, away])
  })

  test('come from another centre first when only it meets the deadline', ({ assert }) => {
    const own = slot(at('2026-12-03', '09:00'))
    const onTheDay = slot(at('2026-12-02', '17:00'), { centreId: 'away' })
    const tooLate = slot(at('2026-12-03', '08:00'), { centreId: 'away' })
    const proposals = proposeSlots([own, tooLate, onTheDay], { ...facts, legalDeadline: '2026-12-02' })
    assert.deepEqual(proposals.map((proposal) => proposal.slot), [onTheDay, own, tooLate])
  })

  test('that begin together in a centre are one proposal: the shortest', ({ assert }) => {
    const long = slot(at('2026-12-01', '09:00'), { minutes: 60 })
    const short = slot(at('2026-12-01', '09:00'), { minutes: 30 })
    assert.deepEqual(proposeSlots([long, short], facts).map((proposal) => proposal.slot), [short])
  })

  test('are five at most', ({ assert }) => {
    const many = Array.from({ length: 12 }, (_, index) => slot(at('2026-12-01', '08:00').plus({ minutes: 30 * index })))
    assert.lengthOf(proposeSlots(many, facts), PROPOSALS)
    assert.deepEqual(proposeSlots([], facts), [])
  })
})

test.group('A reason', () => {
  const reasons = (legalDeadline: string | null, ...slots: ReturnType<typeof slot>[]) =>
    proposeSlots(slots, { ...facts, legalDeadline }).map(({ reason }) => plain(reason))

  test('says the rank, the centre and the distance to the deadline', ({ assert }) => {
    assert.deepEqual(
      reasons('2026-12-13', slot(at('2026-12-02', '09:00')), slot(at('2026-12-01', '10:00'), { centreId: 'away' }), slot(at('2026-12-02', '10:00')), slot(at('2026-12-13', '09:00')), slot(at('2026-12-15', '09:00'))),
      [
        'Le premier créneau libre au centre de Vern, 11 jours avant la date limite',
        'Le même jour au centre de Vern, 11 jours avant la date limite',
        '11 jours plus tard au centre de Vern, le jour de la date limite',
        "1 jour plus tôt au centre de Bruz, qui n'est pas celui de l'adhérent, 12 jours avant la date limite",
        '13 jours plus tard au centre de Vern, 2 jours après la date limite',
      ]
    )
  })

  test('leaves the deadline out when there is none', ({ assert }) => {
    assert.deepEqual(reasons(null, slot(at('2026-12-01', '09:00'))), ['Le premier créneau libre au centre de Vern'])
  })

  test('counts days as a calendar in Paris does, over the end of summer time', ({ assert }) => {
    assert.deepEqual(reasons('2026-10-26', slot(at('2026-10-24', '23:30')), slot(at('2026-10-25', '00:30'))), [
      'Le premier créneau libre au centre de Vern, 2 jours avant la date limite',
      '1 jour plus tard au centre de Vern, 1 jour avant la date limite',
    ])
  })
})
