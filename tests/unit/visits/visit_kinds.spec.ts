import { test } from '@japa/runner'
import { VISIT_KINDS, mayHold, visitKind } from '#visits/rules/visit_kinds'

test.group('Kinds of visits', () => {
  test('are those of the law engine, and the liaison meeting', ({ assert }) => {
    assert.sameMembers(
      [...VISIT_KINDS],
      [
        'initial_information',
        'periodic_information',
        'fitness_hiring',
        'fitness_periodic',
        'intermediate',
        'pre_return',
        'return',
        'on_demand',
        'mid_career',
        'post_exposure',
        'authorisation',
        'liaison',
      ]
    )
  })

  test('only a doctor holds fitness exams, end of exposure, pre-return and authorisation', ({
    assert,
  }) => {
    const doctorOnly = VISIT_KINDS.filter((kind) => !mayHold('nurse', kind))
    assert.sameMembers(doctorOnly, [
      'fitness_hiring',
      'fitness_periodic',
      'pre_return',
      'post_exposure',
      'authorisation',
    ])
  })

  test('a doctor may hold any', ({ assert }) => {
    assert.isTrue(VISIT_KINDS.every((kind) => mayHold('doctor', kind)))
  })

  test('an interview lasts half an hour and an exam one hour', ({ assert }) => {
    assert.equal(visitKind('periodic_information').minutes, 30)
    assert.equal(visitKind('intermediate').minutes, 30)
    assert.equal(visitKind('fitness_periodic').minutes, 60)
    assert.equal(visitKind('return').minutes, 60)
  })

  test('each has a full name of its own, in French', ({ assert }) => {
    const labels = VISIT_KINDS.map((kind) => visitKind(kind).label)
    assert.lengthOf(new Set(labels), VISIT_KINDS.length)
    assert.equal(
      visitKind('periodic_information').label,
      "Visite d'information et de prévention, périodique"
    )
    for (const label of labels) assert.match(label, /^(Visite|Examen|Rendez-vous) /)
  })
})
