import { watch } from 'node:fs'
import { startProcess } from './application.mjs'
import { buildAssets } from './assets.mjs'
import { inRoot } from './paths.mjs'

const FOLDERS = ['app', 'bin', 'config', 'database', 'resources', 'start', 'workflows']
const QUIET = 200

/** Starts the processes again at each change of a source; one that does not start waits for the next change. */
export async function startAndWatch(keeper, processes) {
  let parts = []
  let work = Promise.resolve()
  let timer

  const again = async () => {
    await Promise.all(parts.map((part) => part.stop()))
    await buildAssets(keeper).catch(show)
    const started = await Promise.allSettled(processes.map((process) => startProcess(keeper, process, { mayEnd: true })))
    const failures = started.flatMap(({ reason }) => reason ?? [])
    for (const failure of failures) show(failure)
    if (failures.length === 0) console.log('✓ portal, back office, worker')
    parts = keeper.partsOf(2)
  }
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      console.log('· a source has changed: starting again')
      work = work.then(again).catch(show)
    }, QUIET)
  }

  await again()
  for (const folder of FOLDERS) watch(inRoot(folder), { recursive: true }, changed)
}

const show = (error) => console.error(`✗ ${error.message}`)
