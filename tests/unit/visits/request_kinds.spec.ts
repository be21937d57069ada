import { test } from '@japa/runner'
import {
  REQUEST_KINDS,
  reasonRequired,
  requestKindChoices,
  requestKindOf,
  visitKindFor,
} from '#visits/rules/request_kinds'

test.group('Kinds of requests', () => {
  test('stand in the order of the form under its codes', ({ assert }) => {
    assert.deepEqual(
      requestKindChoices().map(({ code, kind }) => [code, kind]),
      [
        ['suivi', 'follow_up'],
        ['reprise', 'return'],
        ['demande', 'employer_demand'],
        ['mi-carriere', 'mid_career'],
        ['fin', 'post_exposure'],
        ['liaison', 'liaison'],
      ]
    )
  })

  test('are found by their code, and by nothing else', ({ assert }) => {
    for (const { code, kind } of requestKindChoices()) assert.equal(requestKindOf(code), kind)
    for (const code of ['', 'follow_up', 'prereprise', 'constructor', 'Suivi'])
      assert.isNull(requestKindOf(code))
  })

  test("only the employer's own demand needs a written reason", ({ assert }) => {
    assert.deepEqual(REQUEST_KINDS.filter(reasonRequired), ['employer_demand'])
  })

  test('numbers in the help do not leave their unit', ({ assert }) => {
    for (const { help } of requestKindChoices()) assert.notMatch(help, /\d (jours|ans)| [:;?]/)
  })
})

test.group('The visit that answers a request', () => {
  test('is the one that is due for a follow-up request, none when nothing is', ({ assert }) => {
    assert.equal(visitKindFor('follow_up', 'fitness_periodic'), 'fitness_periodic')
    assert.isNull(visitKindFor('follow_up', null))
  })

  test('is of the kind asked for otherwise', ({ assert }) => {
    assert.equal(visitKindFor('return', 'periodic_information'), 'return')
    assert.equal(visitKindFor('employer_demand', null), 'on_demand')
    assert.equal(visitKindFor('liaison', null), 'liaison')
  })
})
