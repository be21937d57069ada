// Runs the measures named, or all: each other file of this folder whose default export is a Bench.
import 'reflect-metadata'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { ignite } from '../bin/app.js'
import type { Bench } from './measure.js'

const NOT_MEASURES = ['run', 'measure']

const app = ignite('portal').createApp('web')
await app.init()
await app.boot()
await app.start(() => {})

const names = (await readdir(new URL('.', import.meta.url))).map((file) => basename(file, '.ts')).filter((name) => !NOT_MEASURES.includes(name))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) console.error(`No bench is called ${unknown.join(', ')}: ${names.join(', ')}`)

let failed = unknown.length
for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n${name}`)
  const { default: bench } = (await import(`./${name}.ts`)) as { default: Bench }
  await bench().catch((error) => {
    failed += 1
    console.error(`  ✗ ${error.message}`)
  })
}
await app.terminate()
process.exit(failed === 0 ? 0 : 1)
