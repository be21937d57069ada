import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { canSubstitute, rankCandidates, type SubstitutionFacts } from '#visits/rules/substitution'

const startsAt = parisInstant('2026-11-26', '08:30')
const now = parisInstant('2026-11-24', '09:12')

function facts(
  visit: Partial<SubstitutionFacts['visit']>,
  candidate: Partial<SubstitutionFacts['candidate']>
): SubstitutionFacts {
  return {
    visit: { kind: 'periodic_information', state: 'convoked', startsAt, ...visit },
    candidate: {
      category: 'SI',
      dueKind: 'periodic_information',
      present: true,
      hasActiveVisit: false,
      ...candidate,
    },
  }
}

test.group('Another employee in the same slot', () => {
  test('may come when the same kind of visit is due', ({ assert }) => {
    assert.deepEqual(canSubstitute(facts({}, {}), now), {
      ok: true,
      value: { kind: 'periodic_information' },
    })
    const onDemand = facts({ kind: 'on_demand' }, { dueKind: 'on_demand' })
    assert.deepEqual(canSubstitute(onDemand, now), { ok: true, value: { kind: 'on_demand' } })
  })

  test('may come for a first visit instead of a periodic one, which stays a first visit', ({
    assert,
  }) => {
    const first = facts({}, { dueKind: 'initial_information' })
    assert.deepEqual(canSubstitute(first, now), {
      ok: true,
      value: { kind: 'initial_information' },
    })
  })

  test('may come until the visit starts, not at its start', ({ assert }) => {
    assert.isTrue(canSubstitute(facts({}, {}), startsAt.minus({ milliseconds: 1 })).ok)
    assert.deepEqual(canSubstitute(facts({}, {}), startsAt), {
      ok: false,
      error: { type: 'already_started' },
    })
  })

  test('may not come to a visit that is cancelled, given away or over', ({ assert }) => {
    for (const state of ['cancelled', 'substituted', 'held', 'excused', 'unexcused'] as const) {
      assert.deepEqual(canSubstitute(facts({ state }, {}), now), {
        ok: false,
        error: { type: 'not_substitutable', state },
      })
    }
  })

  test('may not come when absent from the workforce or convoked at that time', ({ assert }) => {
    assert.deepEqual(canSubstitute(facts({}, { present: false }), now), {
      ok: false,
      error: { type: 'not_present' },
    })
    assert.deepEqual(canSubstitute(facts({}, { hasActiveVisit: true }), now), {
      ok: false,
      error: { type: 'already_convoked' },
    })
  })

  test('may not come for another kind of visit, nor when none is due', ({ assert }) => {
    for (const dueKind of ['intermediate', 'return', null] as const) {
      assert.deepEqual(canSubstitute(facts({}, { dueKind }), now), {
        ok: false,
        error: { type: 'other_kind' },
      })
    }
  })

  test('takes a fitness exam only under reinforced follow-up', ({ assert }) => {
    const exam = { kind: 'fitness_periodic' } as const
    const reinforced = facts(exam, { category: 'SIR', dueKind: 'fitness_hiring' })
    assert.deepEqual(canSubstitute(reinforced, now), {
      ok: true,
      value: { kind: 'fitness_hiring' },
    })
    for (const category of ['SI', 'SIA'] as const) {
      const simple = facts(exam, { category, dueKind: 'fitness_periodic' })
      assert.deepEqual(canSubstitute(simple, now), {
        ok: false,
        error: { type: 'reinforced_only' },
      })
    }
    assert.deepEqual(
      canSubstitute(facts({}, { category: 'SIR', dueKind: 'fitness_periodic' }), now),
      {
        ok: false,
        error: { type: 'other_kind' },
      }
    )
  })
})

test.group('The order of candidates', () => {
  test('is that of their date limits, those without one last, ties as given', ({ assert }) => {
    const candidates = [
      { name: 'none', dueOn: null },
      { name: 'december', dueOn: '2026-12-18' },
      { name: 'late', dueOn: '2026-11-12' },
      { name: 'december too', dueOn: '2026-12-18' },
      { name: 'none either', dueOn: null },
    ]
    const given = candidates.map(({ name }) => name)
    assert.deepEqual(
      rankCandidates(candidates).map(({ name }) => name),
      ['late', 'december', 'december too', 'none', 'none either']
    )
    assert.deepEqual(
      candidates.map(({ name }) => name),
      given
    )
  })
})
