import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

export type Planted = { rule: string; file: string; imports: string; back?: boolean; missing?: boolean }

const run = promisify(execFile)
const CONFIG = join(process.cwd(), '.dependency-cruiser.cjs')
const CLI = join(process.cwd(), 'node_modules/.bin/depcruise')

/** Cruises folders of a tree: how many modules were seen, and which rule is broken from where to where. */
export async function cruise(root: string, folders: string[]) {
  const args = [CLI, ...folders, '--config', CONFIG, '--output-type', 'json']
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1 << 27 }).catch((error) => {
    if (error.stdout) return error
    throw error
  })
  const { summary } = JSON.parse(stdout)
  return {
    modules: summary.totalCruised as number,
    violations: summary.violations.map((found: any) => ({ rule: found.rule.name, from: found.from, to: found.to })) as {
      rule: string
      from: string
      to: string
    }[],
  }
}

/** Writes a little tree with one forbidden import, inside the project so that packages resolve as they do here. */
export async function plant({ file, imports, back, missing }: Planted) {
  await mkdir('tmp', { recursive: true })
  const root = await mkdtemp(join(process.cwd(), 'tmp/planted-'))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const specifier = (from: string, to: string) => {
    const path = relative(dirname(from), to).replace(/\.ts$/, '.js')
    return path.startsWith('.') ? path : `./${path}`
  }
  const isFile = imports.endsWith('.ts')
  for (const folder of ['app', 'workflows', 'tests']) await write(`${folder}/keep.ts`, 'export {}\n')
  await write(file, `import * as reached from '${isFile ? specifier(file, imports) : imports}'\nexport const here = reached\n`)
  if (isFile && !missing) {
    await write(imports, back ? `import * as home from '${specifier(imports, file)}'\nexport const there = home\n` : 'export const there = 1\n')
  }
  return root
}

export const uproot = (root: string) => rm(root, { recursive: true, force: true })
