import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { DefaultLogger, bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker'
import { theBundle } from '#tests/workflows/the_bundle'

const OUR_OWN = /^\.\/(app\/shared\/.+|workflows\/(index|failure_converter|[a-z_]+\/(workflow|contract)))\.ts$/
const PACKAGES = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc', 'luxon']

/** The modules that webpack put in a bundle, by their path from the root. */
function modulesOf(bundle: WorkflowBundle) {
  const { code } = bundle as { code: string }
  return [...code.matchAll(/^\/\*\*\*\/ "([^"]+)":?/gm)].map(([, path]) => path!)
}

const ownOf = (bundle: WorkflowBundle) => modulesOf(bundle).filter((path) => path.startsWith('./') && !path.startsWith('./node_modules/'))

/** A bundle of one workflow that imports what it must not. */
async function plantedBundle(imports: string) {
  await mkdir('tmp', { recursive: true })
  const folder = await mkdtemp(join(process.cwd(), 'tmp/workflow-'))
  try {
    const workflowsPath = join(folder, 'index.ts')
    await writeFile(workflowsPath, `import * as reached from '${imports}'\nexport async function plantedWorkflow() {\n  return Object.keys(reached)\n}\n`)
    return await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR', () => {}) })
  } finally {
    await rm(folder, { recursive: true })
  }
}

test.group('The workflow bundle', () => {
  test('holds the workflows and their contracts, and of the application app/shared at most', async ({ assert }) => {
    const own = ownOf(await theBundle())

    for (const name of ['identity', 'visits']) {
      assert.include(own, `./workflows/${name}/workflow.ts`)
      assert.include(own, `./workflows/${name}/contract.ts`)
    }
    assert.isEmpty(own.filter((path) => !OUR_OWN.test(path)))
  })

  test('holds no module of Node and no package but that of workflows', async ({ assert }) => {
    const modules = modulesOf(await theBundle())
    const packages = new Set(modules.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))

    assert.isAbove(modules.length, 20)
    assert.isEmpty(modules.filter((path) => path.startsWith('node:') || builtinModules.includes(path)))
    assert.isEmpty([...packages].filter((name) => !PACKAGES.includes(name)))
  })

  test('would show a module of the application that slipped in', async ({ assert }) => {
    const own = ownOf(await plantedBundle('#core/clock'))
    assert.include(own.filter((path) => !OUR_OWN.test(path)), './app/core/clock.ts')
  })

  test('can use app/shared', async ({ assert }) => {
    assert.include(ownOf(await plantedBundle('#shared/dates')), './app/shared/days.ts')
  })

  test('cannot be made with a module of Node', async ({ assert }) => {
    await assert.rejects(() => plantedBundle('node:fs'), /Webpack finished with errors/)
  })
})
