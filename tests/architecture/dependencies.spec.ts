import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'

type Lock = { packages: Record<string, { version: string; resolved?: string }> }

/** Lowest versions without a known hole; a lock file below one of them is refused. */
const SAFE = {
  '@adonisjs/bodyparser': '11.0.0',
  '@adonisjs/http-server': '9.3.0',
  '@adonisjs/lucid': '22.0.0',
  'nodemailer': '10.0.10',
  'node': '24.21.0',
}

const lock = async () => JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock
const number = (version: string) => version.split('.').reduce((sum, part) => sum * 100_000 + Number.parseInt(part), 0)
const copiesOf = ({ packages }: Lock, name: string) =>
  Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))

test.group('The lock file', () => {
  test('holds no version below a known safe one', async ({ assert }) => {
    const locked = await lock()
    for (const [name, lowest] of Object.entries(SAFE)) {
      const copies = copiesOf(locked, name)
      assert.isNotEmpty(copies, name)
      for (const [path, { version }] of copies) assert.isAtLeast(number(version), number(lowest), path)
    }
  })

  test('leaves no second protobufjs under the workflow SDK, which would break the replay of histories', async ({ assert }) => {
    const nested = copiesOf(await lock(), 'protobufjs').filter(([path]) => path.includes('@temporalio'))
    assert.deepEqual(nested, [])
  })

  test('names no registry', async ({ assert }) => {
    const { packages } = await lock()
    assert.isEmpty(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http')))
  })
})
