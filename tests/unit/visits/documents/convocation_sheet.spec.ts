import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { convocationSheet } from '#visits/documents/convocation_sheet'
import { convocation } from '#tests/unit/visits/facts'

const NOW = parisInstant('2026-11-24', '09:12')

test.group('The sheet of a convocation', () => {
  test('hangs on its day and its hour, as in Paris', ({ assert }) => {
    const { leaf } = convocationSheet(convocation(), NOW)
    assert.deepEqual(leaf, { weekday: 'lundi', day: '30', month: 'novembre 2026', time: '10\u00a0h\u00a000' })
  })

  test('names the person, and says neither the kind of visit nor its reason', ({ assert }) => {
    const sheet = convocationSheet(convocation(), NOW)
    assert.equal(sheet.heading, "Convocation\nd'Élodie Marchevaux")
    assert.equal(sheet.lead, 'Rendez-vous santé au travail')
    assert.deepEqual(
      sheet.facts.map(([name]) => name),
      ['Lieu', 'Avec', 'Durée']
    )
  })

  test('calls the care team, wherever the visit is', ({ assert }) => {
    const elsewhere = { ...convocation().centre, name: 'Centre de Fougères', phone: '02 61 91 24 99' }
    const { call, facts } = convocationSheet(convocation({ centre: elsewhere }), NOW)
    assert.equal(call.phone, '02 61 91 24 00')
    assert.include(facts[0]![1], 'Centre de Fougères')
  })

  test('may be cancelled until the limit and no longer at it', ({ assert }) => {
    const limit = parisInstant('2026-11-28', '10:00')
    const before = convocationSheet(convocation(), limit.minus({ seconds: 1 }))
    const at = convocationSheet(convocation(), limit)
    assert.equal(before.limit?.before, 'Annulable avant le')
    assert.equal(at.limit?.before, "La limite d'annulation était le")
    assert.equal(at.limit?.date, 'samedi 28\u00a0novembre à\u00a010\u00a0h\u00a000')
    assert.deepEqual(before.ways.map(([who]) => who), ['Personne convoquée', 'Avant la limite', 'Ensuite'])
    assert.deepEqual(at.ways.map(([who]) => who), ['Personne convoquée', 'Employeur'])
  })

  test('shows no way out once the visit has begun or has an outcome', ({ assert }) => {
    const { startsAt } = convocation()
    assert.isNotEmpty(convocationSheet(convocation(), startsAt.minus({ seconds: 1 })).ways)
    assert.deepEqual(convocationSheet(convocation(), startsAt).ways, [])
    assert.deepEqual(convocationSheet(convocation({ state: 'excused' }), NOW).ways, [])
  })

  test('says the year of a limit that is not in the year of the visit', ({ assert }) => {
    const newYear = { startsAt: parisInstant('2027-01-01', '08:30'), limit: parisInstant('2026-12-30', '08:30') }
    assert.equal(convocationSheet(convocation(newYear), NOW).limit?.date, 'mercredi 30\u00a0décembre 2026 à\u00a08\u00a0h\u00a030')
  })

  test('draws the line in the order of time, open only as long as one may cancel', ({ assert }) => {
    const usual = convocationSheet(convocation(), NOW).limit!
    assert.deepEqual(usual.steps.map(({ step, open }) => [step, open]), [['called', true], ['limit', false], ['visit', false]])
    const late = convocationSheet(convocation({ convokedAt: parisInstant('2026-11-29', '09:00') }), NOW).limit!
    assert.deepEqual(late.steps.map(({ step, open }) => [step, open]), [['limit', false], ['called', false], ['visit', false]])
  })

  test('tells an employee whose employer must not know nothing of the employer', ({ assert }) => {
    const sheet = convocationSheet(convocation({ visibleToMember: false }), NOW)
    assert.isNull(sheet.limit)
    assert.equal(sheet.member, '')
    assert.deepEqual(sheet.ways, [['Personne convoquée', 'Appeler OSTRA sans attendre.']])
    assert.notInclude(JSON.stringify(sheet), 'Ormevert')
  })

  test('says that a moved visit replaces its former date', ({ assert }) => {
    assert.include(convocationSheet(convocation({ sequence: 1 }), NOW).lead, 'Cette date remplace la précédente')
  })
})
