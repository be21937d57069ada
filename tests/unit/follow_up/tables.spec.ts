import { test } from '@japa/runner'
import { decide } from '#follow_up/rules/decide'
import { written } from '#follow_up/rules/written'
import { tableCases } from '#tests/unit/follow_up/tables'

const bare = <T extends { because: string[] }>({ because, ...rest }: T) => rest

for (const table of Map.groupBy(tableCases(), (one) => one.table)) {
  const [name, cases] = table
  test.group(`The law: ${name.replaceAll('_', ' ')}`, () => {
    for (const { facts, expected } of cases) {
      test(expected.title, ({ assert }) => {
        const { category, due, duties, warnings } = written(decide(facts), facts.today)
        assert.deepEqual(
          { category, due: due.map(bare), duties: duties.map(bare), warnings: warnings.map(({ code }) => code) },
          { category: expected.category, due: expected.due, duties: expected.duties, warnings: expected.warnings } as never
        )
        for (const { because } of [...due, ...duties, ...warnings]) assert.isNotEmpty(because)
      })
    }
  })
}
