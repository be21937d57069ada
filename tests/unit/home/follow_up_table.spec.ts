import { test } from '@japa/runner'
import { followUpTable } from '#home/rules/follow_up_table'

test.group("The help's table of the follow-up", () => {
  test('has the three categories, each visit with its article', ({ assert }) => {
    const articles = followUpTable('2026-11-24').map(({ title, lines }) => [title, lines.map(({ article }) => article)])
    assert.deepEqual(articles, [
      ['Suivi simple (SI)', ['R4624-10', 'R4624-16']],
      ['Suivi adapté (SIA)', ['R4624-10', 'R4624-17']],
      ['Suivi renforcé (SIR)', ['R4624-24', 'R4624-28', 'R4624-28']],
    ])
  })

  test('says the duration that the dates are computed with', ({ assert }) => {
    const words = followUpTable('2026-11-24').flatMap(({ lines }) => lines.map((line) => line.words))
    assert.include(words, 'Suivi simple, cinq ans au plus entre deux visites')
    assert.include(words, 'Visite intermédiaire au plus tard deux ans après la visite avec le médecin du travail')
  })
})
