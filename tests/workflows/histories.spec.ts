import { readFile, readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Worker } from '@temporalio/worker'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { STORIES } from '#tests/workflows/stories'
import { keepQuiet } from '#tests/workflows/quiet'
import { recordedConverter } from '#tests/workflows/stubbed'
import { theBundle } from '#tests/workflows/the_bundle'

const FOLDER = new URL('histories/', import.meta.url)
const read = async (name: string) => JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8'))

/** Replays a history by today's workflows. */
async function replay(history: unknown) {
  keepQuiet()
  await Worker.runReplayHistory({ workflowBundle: await theBundle(), dataConverter: recordedConverter }, history, 'replayed')
}

type Payloads = { metadata?: { encoding?: string }; data?: string }

/** Everything in a history that has the shape of a payload. */
function payloadsIn(value: unknown): Payloads[] {
  if (Array.isArray(value)) return value.flatMap(payloadsIn)
  if (value === null || typeof value !== 'object') return []
  const own = 'metadata' in value && 'data' in value ? [value as Payloads] : []
  return [...own, ...Object.values(value).flatMap(payloadsIn)]
}

// The rows of the stories (record_histories.ts).
const ROW_IDS = '00000000-0000-7000-8000'

test.group('Recorded histories', () => {
  test('there is one for each story', async ({ assert }) => {
    const names = (await readdir(FOLDER)).map((file) => file.replace(/\.json$/, ''))
    assert.sameMembers(names, Object.keys(STORIES))
  })

  test("{$self} is still what today's workflows would do")
    .with(Object.keys(STORIES))
    .run(async ({ assert }, name) => {
      await assert.doesNotReject(async () => replay(historyFromJSON(await read(name))))
    })

  test('a history that the workflow would not make is refused', async ({ assert }) => {
    const text = JSON.stringify(await read('visit_held'))
    const other = JSON.parse(text.replaceAll('"planVisit"', '"anotherActivity"'))
    await assert.rejects(() => replay(historyFromJSON(other)), /Nondeterminism/i)
  })

  test('{$self} shows no payload in clear, and no id of a row')
    .with(Object.keys(STORIES))
    .run(async ({ assert }, name) => {
      const json = await read(name)
      const payloads = payloadsIn(json)

      assert.isNotEmpty(payloads)
      const encoding = Buffer.from('binary/encrypted').toString('base64')
      assert.isEmpty(payloads.filter(({ metadata }) => metadata?.encoding !== encoding))
      assert.notInclude(JSON.stringify(json), ROW_IDS)
    })
})
