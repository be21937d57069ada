import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { now } from '#core/clock'
import { asMembers } from '#core/tenants'
import { importPeople, type Sender } from '#imports/actions/import_people'
import { importTable } from '#imports/actions/import_table'
import { applyImport } from '#imports/actions/decide_import'
import { ImportFile } from '#imports/files/import_file'
import { readTable } from '#imports/files/read_table'
import { countSections } from '#imports/queries/list_items'
import { createMember, createUser, rowOf } from '#tests/support/factories'
import { crowd } from '#tests/support/imports/crowd'
import { enrol } from '#tests/support/imports/enrol'
import { importActivities } from '#workflows/imports/activities'
import type { Bench } from './measure.js'

const LINES = 20_000
const CHANGES = 300
/** From the file to its preview, and from the decision to the last line. */
const WITHIN_S = 60
/**
 * What an import may add to a process at rest. A portal whose TypeScript was compiled rests at some 130 MB; here the transpiler
 * takes as much again, so the whole is told and the addition judged.
 */
const ADDED_MB = 170

/** Twenty thousand people in a table, all known but for some changes; the same as a payroll writes them. */
const bench: Bench = async () => {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const sender = { userId: user.id, memberId: member.id, memberIds: [member.id] }
  const { siret } = await rowOf('members', { id: member.id })
  await enrol(member.id, crowd(LINES))
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'))
  await promisify(execFile)(process.execPath, ['--import', '@poppinss/ts-exec', 'tests/support/imports/write_files.ts', folder, String(LINES), String(CHANGES), siret])
  const memory = watchMemory()
  const rest = memory()

  for (const name of ['effectif.csv', 'paie.dsn']) {
    const start = performance.now()
    const id = await send(sender, join(folder, name))
    say(`${name}, ${((await stat(join(folder, name))).size / 1e6).toFixed(1)} MB: read and staged`, start)
    await work(id)
    const sections = (await asMembers([member.id], (trx) => countSections(trx, id), user.id)).map(({ section, total }) => `${total} ${section}`)
    must(`${name}: ${LINES} lines to their preview (${sections.join(', ')})`, say(`${name}: to its preview`, start))
    if (name.endsWith('.dsn')) continue
    const decided = performance.now()
    await asMembers([member.id], (trx) => applyImport(trx, { importId: id, memberId: member.id, userId: user.id }, now()), user.id)
    await work(id)
    must('the application', say(`${name}: ${CHANGES} changes applied`, decided))
  }
  await rm(folder, { recursive: true })
  const peak = memory()
  console.log(`  ${`memory: ${rest.toFixed(0)} MB at rest, ${peak.toFixed(0)} MB at most, of which the imports`.padEnd(60)} ${(peak - rest).toFixed(0)} MB`)
  if (peak - rest > ADDED_MB) throw new Error(`the imports add ${(peak - rest).toFixed(0)} MB of memory: ${ADDED_MB} at most`)
}

async function send(sender: Sender, path: string) {
  const file = new ImportFile(path)
  for await (const piece of createReadStream(path)) file.take(piece)
  const read = file.content()
  const table = read.format === 'dsn' ? null : { format: read.format, table: await readTable(read.rows) }
  const imported = await asMembers(sender.memberIds, (trx) => (read.format === 'dsn' ? importPeople(trx, sender, read, now()) : importTable(trx, sender, table!, now())), sender.userId)
  if (!imported.ok) throw new Error('Nobody of this member')
  return imported.value.here!
}

async function work(id: string) {
  const { advanceImport } = importActivities({ now })
  while ((await advanceImport(id)).step === 'more');
}

/** The most memory that the process held since, in MB, at each time it is asked. */
function watchMemory() {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss / 1e6))
  setInterval(look, 20).unref()
  return look
}

function say(name: string, start: number) {
  const seconds = (performance.now() - start) / 1000
  console.log(`  ${name.padEnd(60)} ${seconds.toFixed(1)} s`)
  return seconds
}

function must(name: string, seconds: number) {
  if (seconds > WITHIN_S) throw new Error(`${name} takes ${seconds.toFixed(0)} s: ${WITHIN_S} at most`)
  return seconds
}

export default bench
