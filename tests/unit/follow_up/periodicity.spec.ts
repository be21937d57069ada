import { test } from '@japa/runner'
import { CEILINGS, ceilingOn } from '#follow_up/rules/periodicity'

test.group('The table of ceilings', () => {
  test('says the longest lawful time of each rule and its article', ({ assert }) => {
    const law = (name: 'first' | 'renewal' | 'intermediate', category: 'SI' | 'SIA' | 'SIR') => {
      const { months, beforePost, article } = ceilingOn(name, category, '2026-11-24')
      return { months, beforePost, article }
    }
    assert.deepEqual(law('first', 'SI'), { months: 3, beforePost: false, article: 'R4624-10' })
    assert.deepEqual(law('first', 'SIA'), { months: 3, beforePost: false, article: 'R4624-10' })
    assert.deepEqual(law('first', 'SIR'), { months: 0, beforePost: true, article: 'R4624-24' })
    assert.deepEqual(law('renewal', 'SI'), { months: 60, beforePost: false, article: 'R4624-16' })
    assert.deepEqual(law('renewal', 'SIA'), { months: 36, beforePost: false, article: 'R4624-17' })
    assert.deepEqual(law('renewal', 'SIR'), { months: 48, beforePost: false, article: 'R4624-28' })
    assert.deepEqual(law('intermediate', 'SIR'), {
      months: 24,
      beforePost: false,
      article: 'R4624-28',
    })
  })

  test('has no intermediate visit outside reinforced follow-up', ({ assert }) => {
    assert.throws(
      () => ceilingOn('intermediate', 'SI', '2026-11-24'),
      'No ceiling: intermediate SI'
    )
  })

  test('judges a fact older than itself by its first row', ({ assert }) => {
    assert.equal(ceilingOn('renewal', 'SI', '2015-06-01').months, 60)
  })

  test('has no two rows in force on the same day for the same rule', ({ assert }) => {
    for (const row of CEILINGS) {
      const others = CEILINGS.filter(
        (other) =>
          other !== row &&
          other.name === row.name &&
          other.category === row.category &&
          other.from <= (row.to ?? '9999-12-31') &&
          row.from <= (other.to ?? '9999-12-31')
      )
      assert.isEmpty(others, `${row.name} ${row.category}`)
    }
  })
})
