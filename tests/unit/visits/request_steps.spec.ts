import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { requestSteps, type RequestStepFacts } from '#visits/rules/request_steps'

const requestedAt = parisInstant('2026-11-20', '10:00')
const takenAt = parisInstant('2026-11-20', '14:00')
const closedAt = parisInstant('2026-11-23', '14:00')
const startsAt = parisInstant('2026-12-03', '10:00')

function shape(facts: Partial<RequestStepFacts>) {
  const steps = requestSteps({ state: 'sent', requestedAt, takenAt: null, startsAt: null, closedAt: null, ...facts })
  return steps.map(({ label, done, here, at }) => `${label}${done ? '*' : here ? '!' : ''} ${at?.toFormat('dd/MM') ?? '-'}`)
}

test.group('The steps of a request', () => {
  test('are four, with where it stands', ({ assert }) => {
    assert.deepEqual(shape({}), ['Envoyée! 20/11', 'Prise en charge -', 'Planifiée -', 'Réalisée -'])
    assert.deepEqual(shape({ state: 'taken', takenAt }), ['Envoyée* 20/11', 'Prise en charge! 20/11', 'Planifiée -', 'Réalisée -'])
    assert.deepEqual(shape({ state: 'planned', takenAt, startsAt }), ['Envoyée* 20/11', 'Prise en charge* 20/11', 'Planifiée! 03/12', 'Réalisée -'])
  })

  test('are all behind once the visit was held', ({ assert }) => {
    const steps = shape({ state: 'held', takenAt, startsAt, closedAt })
    assert.deepEqual(steps, ['Envoyée* 20/11', 'Prise en charge* 20/11', 'Planifiée* 03/12', 'Réalisée* 03/12'])
  })

  test('say nothing of the date of a visit that was lost', ({ assert }) => {
    assert.include(shape({ state: 'taken', takenAt, startsAt }), 'Planifiée -')
  })

  test('end where it was refused or cancelled', ({ assert }) => {
    assert.deepEqual(shape({ state: 'refused', closedAt }), ['Envoyée* 20/11', 'Refusée! 23/11'])
    assert.deepEqual(shape({ state: 'cancelled', takenAt, closedAt }), ['Envoyée* 20/11', 'Prise en charge* 20/11', 'Annulée! 23/11'])
  })
})
