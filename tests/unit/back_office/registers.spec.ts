import { test } from '@japa/runner'
import { locales } from 'adminjs'
import { FRENCH } from '#back_office/registers/french'
import { scriptSafe } from '#back_office/registers/page_data'
import { REGISTERS } from '#back_office/resources/index'

const leaves = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'object' ? leaves(value, here) : [[here, String(value)]]
  })

const holes = (text: string) => (text.match(/{{\w+}}/g) ?? []).toSorted()

test.group("AdminJS's French", () => {
  const english = new Map(leaves(locales.en as object))
  const french = new Map(leaves(FRENCH))

  test('has every key of its English and no other', ({ assert }) => {
    assert.isAbove(english.size, 80)
    assert.sameMembers([...french.keys()], [...english.keys()])
  })

  test('fills the same holes, and leaves no sentence in English', ({ assert }) => {
    const same = [...french].filter(([key, text]) => text === english.get(key)).map(([key]) => key)
    assert.sameMembers(same, ['labels.navigation', 'labels.pages'])
    for (const [key, text] of french) assert.deepEqual(holes(text), holes(english.get(key)!), key)
  })

  test('keeps to the writing of the house', ({ assert }) => {
    for (const [key, text] of french) assert.notMatch(text, /[!’]|Veuillez|Oups|[^\u00a0{}<\d][:;?»](?!\/)/, key)
  })
})

test.group('A register', () => {
  test('{id} lists, filters and sorts columns that it knows, and can always be filtered')
    .with(() => [...REGISTERS])
    .run(({ assert }, { columns, policy }) => {
      const named = [...policy.list, ...(policy.show ?? []), ...policy.filters, ...policy.sorts, policy.order.by]
      for (const name of named) assert.property(columns, name)
      // What is filtered or sorted by is shown: no answer tells more than the screen.
      const shown = [...policy.list, ...(policy.show ?? [])]
      assert.includeMembers(shown, [...policy.filters, ...policy.sorts, policy.order.by])
      assert.isNotEmpty(policy.list)
      // AdminJS shows every property as a filter when none is named.
      assert.isNotEmpty(policy.filters)
      assert.include(policy.roles, 'administrator')
    })

  test('{id} reads no hash, no secret and no session')
    .with(() => [...REGISTERS])
    .run(({ assert }, { from, columns }) => {
      for (const { sql } of Object.values(columns)) {
        // What it reads, not the words that it compares with.
        assert.notMatch(sql.replace(/'[^']*'/g, ''), /totp|token|sessions|code_fail/)
        if (sql.includes('password_hash')) assert.equal(sql, 'users.password_hash is not null')
      }
      assert.notMatch(from, /sessions|account_links|throttles|devices/)
    })
})

test.group('JSON in a script', () => {
  test('can end neither the script nor a line of it, and reads the same', ({ assert }) => {
    const value = { name: '</script><script>alert(1)</script><!--', lines: '\u2028 \u2029', and: '&amp;' }
    const safe = scriptSafe(JSON.stringify(value))
    assert.notMatch(safe, /[<>&\u2028\u2029]/)
    assert.deepEqual(JSON.parse(safe), value)
  })
})
