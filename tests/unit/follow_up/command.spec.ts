import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const TABLE = fileURLToPath(new URL('./cases/doctors_date.json', import.meta.url))

// A bare shell: no environment of the application, no database.
function explain(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ace', 'follow_up:explain', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: tmpdir() },
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test.group('node ace follow_up:explain', (group) => {
  group.each.timeout(30_000)

  test('answers a file with JSON and nothing else', ({ assert }) => {
    const { status, stdout, stderr } = explain([TABLE])
    assert.equal(status, 0)
    assert.equal(stderr, '')
    const answers = JSON.parse(stdout)
    assert.lengthOf(answers, 16)
    assert.deepEqual(Object.keys(answers[0]), ['category', 'due', 'duties', 'warnings'])
  })

  test('reads standard input', ({ assert }) => {
    const facts = '{"today":"2026-11-24","birth_date":"1990-05-02","contract":{"start":"2026-11-30","nature":"permanent"},"posts":[{"from":"2026-11-30"}]}'
    const { status, stdout } = explain(['-'], facts)
    assert.equal(status, 0)
    assert.equal(JSON.parse(stdout).due[0].until, '2027-02-28')
  })

  test('refuses bad facts: status 2, the path on standard error, nothing printed', ({ assert }) => {
    const file = join(mkdtempSync(join(tmpdir(), 'law-')), 'bad.json')
    writeFileSync(file, '{"cases":[{"today":"2026-11-24","birth_date":"1990-05-02","contract":{"start":"2026-11-30","nature":"permanent"},"posts":[{"from":"2026-11-30","risks":["asbestos","amiant"]}]}]}')
    assert.deepEqual(explain([file]), { status: 2, stdout: '', stderr: 'cases[0].posts[0].risks[1]: code inconnu "amiant"\n' })
  })

  test('refuses a file that is not there', ({ assert }) => {
    const { status, stdout, stderr } = explain(['/nowhere.json'])
    assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: 'fichier illisible "/nowhere.json"\n' })
  })
})
