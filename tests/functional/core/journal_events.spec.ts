import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { test } from '@japa/runner'
import { JOURNAL_EVENTS } from '#core/journal_events'
import { JOURNAL_CASES } from '#tests/functional/core/journal_cases/index'
import { countOf } from '#tests/functional/core/journal_cases/case'

const EVENTS = Object.keys(JOURNAL_EVENTS)

/** The sources that may write in the journal, but for the list itself. */
async function sources() {
  const files: string[] = []
  for await (const file of glob(['app/**/*.ts', 'workflows/**/*.ts', 'database/migrations/*.ts'])) {
    if (!/core\/journal_events\.ts$|migrations\/000[19]_/.test(file)) files.push(readFileSync(file, 'utf8'))
  }
  return files
}

test.group('The list of events', () => {
  test('is in alphabetical order, each in the form noun.verb', ({ assert }) => {
    assert.deepEqual(EVENTS, EVENTS.toSorted((one, other) => (one < other ? -1 : 1)))
    for (const event of EVENTS) assert.match(event, /^[a-z_]+\.[a-z_]+$/)
  })

  test('has a case for each, and a case for nothing else', ({ assert }) => {
    const cases = Object.keys(JOURNAL_CASES)
    assert.deepEqual(EVENTS.filter((event) => !cases.includes(event)), [])
    assert.deepEqual(cases.filter((event) => !EVENTS.includes(event)), [])
  })

  test('holds no event that nothing writes', async ({ assert }) => {
    const code = (await sources()).join('\n')
    const isWritten = (event: string) => code.includes(`'${event}'`) || code.includes(`\`${event.split('.')[0]}.\${`)
    assert.deepEqual(EVENTS.filter((event) => !isWritten(event)), [])
  })

  test('holds every event that the database writes by itself', async ({ assert }) => {
    const written = (await sources()).flatMap((code) => [...code.matchAll(/insert into journal_entries[^;]*/g)].map(([sql]) => sql))
    const named = written.flatMap((sql) => [...sql.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, event]) => event!))
    assert.deepEqual(named.filter((event) => !EVENTS.includes(event)), [])
  })

  test('speaks to members with a verb, and to the team with a noun', ({ assert }) => {
    for (const [event, { member, team }] of Object.entries(JOURNAL_EVENTS)) {
      if (member) assert.match(member, /^(a|est|s'est) /, event)
      assert.match(team, /^[A-ZÀ-Ý]/, event)
      assert.notMatch(`${member}${team}`, /!|’|\.$/, event)
    }
  })
})

test.group('An act of SECURITY, in the journal', () => {
  test('{event}: once')
    .with(Object.keys(JOURNAL_CASES).map((event) => ({ event })))
    .run(async ({ assert }, { event }) => {
      const act = await JOURNAL_CASES[event]!()
      const before = await countOf(event)
      await act()
      assert.equal((await countOf(event)) - before, 1)
    })
})
