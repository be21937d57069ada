import { test } from '@japa/runner'
import { isDay } from '#shared/days'
import { LAW } from '#follow_up/rules/law/table'
import { rowOn, type Row } from '#follow_up/rules/law/row'
import { coverage } from '#tests/unit/follow_up/coverage'

const ROWS = Object.values(LAW).flat()
const rule = (from: string, to: string | null): Row => ({ id: from, articles: ['R1'], from, to, words: 'rule' })

test.group('The table of the law', () => {
  test('has each of its rows used by a case', ({ assert }) => {
    assert.isAbove(coverage().length, 40)
    assert.deepEqual(coverage().filter(({ cases }) => cases === 0), [])
  })

  test('names each row once, with its article, its words and a period of force', ({ assert }) => {
    assert.lengthOf(new Set(ROWS.map(({ id }) => id)), ROWS.length)
    for (const { id, articles, from, to, words } of ROWS) {
      assert.isNotEmpty(words, id)
      assert.isNotEmpty(articles, id)
      for (const article of articles) assert.match(article, /^[LRD]\d{4}-\d+(-\d+)*$/, id)
      assert.isTrue(isDay(from) && (to === null || (isDay(to) && from <= to)), id)
    }
  })

  test('judges a fact by the row in force on its day, an older one by the first row', ({ assert }) => {
    const rows = [rule('2022-01-01', null), rule('2017-01-01', '2021-12-31')]
    assert.equal(rowOn(rows, '2021-12-31').id, '2017-01-01')
    assert.equal(rowOn(rows, '2022-01-01').id, '2022-01-01')
    assert.equal(rowOn(rows, '1999-06-01').id, '2017-01-01')
    assert.throws(() => rowOn([rule('2017-01-01', '2021-12-31')], '2022-01-01'), 'No rule on 2022-01-01')
  })
})
