import { test } from '@japa/runner'
import { addDays, formatDay } from '#shared/dates'
import { nextVisits, type FollowUpFacts, type HeldVisit } from '#follow_up/rules/next_visits'
import { forMany } from '#tests/unit/seeded'

const TODAY = '2026-11-24'

function due(facts: Partial<FollowUpFacts>, today = TODAY) {
  return nextVisits(
    { category: 'SI', hiredOn: '2022-05-02', leftOn: null, held: [], ...facts },
    today
  )
}
const brief = (facts: Partial<FollowUpFacts>, today = TODAY) =>
  due(facts, today).map(({ kind, until, articles }) => `${kind} ${until} ${articles.join()}`)

const exam = (heldOn: string): HeldVisit => ({ kind: 'fitness_periodic', heldOn, byDoctor: true })
const information = (heldOn: string): HeldVisit => ({
  kind: 'periodic_information',
  heldOn,
  byDoctor: false,
})
const intermediate = (heldOn: string): HeldVisit => ({
  kind: 'intermediate',
  heldOn,
  byDoctor: false,
})

test.group('Visits due under simple and adapted follow-up', () => {
  test('a first visit is due three months after the start, at the end of February if need be', ({
    assert,
  }) => {
    assert.deepEqual(brief({ hiredOn: '2026-11-30' }), ['initial_information 2027-02-28 R4624-10'])
    assert.deepEqual(brief({ hiredOn: '2026-11-30', category: 'SIA' }), [
      'initial_information 2027-02-28 R4624-10',
    ])
  })

  test('a first visit that was never held stays due, late', ({ assert }) => {
    assert.deepEqual(brief({ hiredOn: '2026-01-05' }), ['initial_information 2026-04-05 R4624-10'])
  })

  test('the next visit is due five years after the last one, three when adapted', ({ assert }) => {
    const held: HeldVisit[] = [
      { kind: 'initial_information', heldOn: '2024-02-29', byDoctor: true },
    ]
    assert.deepEqual(brief({ held }), ['periodic_information 2029-02-28 R4624-16'])
    assert.deepEqual(brief({ held, category: 'SIA' }), ['periodic_information 2027-02-28 R4624-17'])
  })

  test('the latest visit counts, in whatever order they come', ({ assert }) => {
    const held = [information('2025-06-10'), information('2022-06-01')]
    assert.deepEqual(brief({ held }), ['periodic_information 2030-06-10 R4624-16'])
  })

  test('a return visit or one on demand does not restart the clock', ({ assert }) => {
    const held: HeldVisit[] = [
      information('2023-01-10'),
      { kind: 'return', heldOn: '2026-02-01', byDoctor: true },
      { kind: 'on_demand', heldOn: '2026-03-01', byDoctor: true },
    ]
    assert.deepEqual(brief({ held }), ['periodic_information 2028-01-10 R4624-16'])
  })

  test('a fitness exam stands in for the information visit', ({ assert }) => {
    assert.deepEqual(brief({ held: [exam('2023-01-10')] }), [
      'periodic_information 2028-01-10 R4624-16',
    ])
  })

  test('a visit held in the three months before the hiring is the first one, an older one waives nothing', ({
    assert,
  }) => {
    const hiredOn = '2026-10-01'
    assert.deepEqual(brief({ hiredOn, held: [information('2026-07-01')] }), [
      'periodic_information 2031-07-01 R4624-16',
    ])
    assert.deepEqual(brief({ hiredOn, held: [information('2026-06-30')] }), [
      'initial_information 2027-01-01 R4624-10',
    ])
  })

  test('a visit to come does not count yet', ({ assert }) => {
    assert.deepEqual(brief({ hiredOn: '2026-10-01', held: [information('2026-11-25')] }), [
      'initial_information 2027-01-01 R4624-10',
    ])
    assert.deepEqual(brief({ hiredOn: '2026-10-01', held: [information('2026-11-24')] }), [
      'periodic_information 2031-11-24 R4624-16',
    ])
  })
})

test.group('Visits due under reinforced follow-up', () => {
  test('the exam comes before the post is taken', ({ assert }) => {
    const [visit, ...others] = due({ category: 'SIR', hiredOn: '2026-12-07' })
    assert.isEmpty(others)
    assert.equal(visit?.kind, 'fitness_hiring')
    assert.equal(visit?.until, '2026-12-06')
    assert.isTrue(visit?.beforePost)
    assert.deepEqual(visit?.articles, ['R4624-24'])
  })

  test('after the doctor, an intermediate visit within two years and an exam within four', ({
    assert,
  }) => {
    assert.deepEqual(brief({ category: 'SIR', held: [exam('2026-03-10')] }), [
      'intermediate 2028-03-10 R4624-28',
      'fitness_periodic 2030-03-10 R4624-28',
    ])
  })

  test('an intermediate visit settles it until the next exam', ({ assert }) => {
    const held = [exam('2022-04-14'), intermediate('2024-03-18')]
    assert.deepEqual(brief({ category: 'SIR', held }), ['fitness_periodic 2026-04-14 R4624-28'])
    assert.deepEqual(brief({ category: 'SIR', held: [...held, exam('2026-03-10')] }), [
      'intermediate 2028-03-10 R4624-28',
      'fitness_periodic 2030-03-10 R4624-28',
    ])
  })

  test('neither a nurse nor an information visit makes an exam', ({ assert }) => {
    const held: HeldVisit[] = [
      { kind: 'fitness_periodic', heldOn: '2026-03-10', byDoctor: false },
      information('2026-05-01'),
    ]
    assert.deepEqual(brief({ category: 'SIR', held }), ['fitness_hiring 2022-05-01 R4624-24'])
  })
})

test.group('Visits due to somebody who leaves', () => {
  test('are listed until the last day, then no more', ({ assert }) => {
    const held = [information('2024-02-29')]
    assert.lengthOf(due({ held, leftOn: '2026-11-24' }), 1)
    assert.lengthOf(due({ held, leftOn: '2026-11-23' }), 0)
  })
})

test.group('Why this date', () => {
  test('shows a fact, a duration with its article, and the total', ({ assert }) => {
    assert.deepEqual(due({ category: 'SIR', held: [exam('2026-03-10')] })[0]?.sum, [
      { label: 'Dernier examen par le médecin du travail', value: '10\u00a0mars 2026' },
      {
        label: 'Deux ans au plus après cet examen',
        value: '+\u00a02\u00a0ans',
        article: 'R4624-28',
      },
      { label: 'Date limite', value: '10\u00a0mars 2028' },
    ])
    assert.deepEqual(due({ hiredOn: '2026-11-30' })[0]?.sum, [
      { label: 'Prise de poste', value: '30\u00a0novembre 2026' },
      {
        label: 'Trois mois au plus après la prise de poste',
        value: '+\u00a03\u00a0mois',
        article: 'R4624-10',
      },
      { label: 'Date limite', value: '28\u00a0février 2027' },
    ])
    assert.equal(
      due({ category: 'SIR', hiredOn: '2026-12-07' })[0]?.sum[1]?.value,
      '\u2212\u00a01\u00a0jour'
    )
  })

  test('never tells why a follow-up is adapted', ({ assert }) => {
    const [visit] = due({ category: 'SIA', held: [information('2025-01-15')] })
    assert.deepEqual(visit?.articles, ['R4624-17'])
    assert.notMatch(JSON.stringify(visit?.sum), /handicap|invalidité|nuit|enceinte/)
  })

  test('ends on the date limit of the visit, visits soonest first, whatever the history', ({
    assert,
  }) => {
    forMany(300, (between) => {
      const hiredOn = addDays('2018-01-01', between(0, 3000))
      const kinds = [
        'initial_information',
        'periodic_information',
        'fitness_hiring',
        'fitness_periodic',
        'intermediate',
        'return',
      ]
      const held = Array.from({ length: between(0, 5) }, () => ({
        kind: kinds[between(0, 5)]!,
        heldOn: addDays(hiredOn, between(-100, 2500)),
        byDoctor: between(0, 1) === 1,
      }))
      const category = (['SI', 'SIA', 'SIR'] as const)[between(0, 2)]!
      const visits = due({ category, hiredOn, held })
      const limits = visits.map(({ until }) => until)
      assert.isNotEmpty(visits)
      assert.deepEqual(limits, limits.toSorted())
      assert.lengthOf(new Set(visits.map(({ kind }) => kind)), visits.length)
      for (const { until, sum } of visits)
        assert.equal(sum.at(-1)?.value, formatDay(until, { weekday: false }))
    })
  })
})
