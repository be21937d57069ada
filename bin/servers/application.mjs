import { readFileSync } from 'node:fs'
import { answers } from './http.mjs'
import { NODE, inRoot } from './paths.mjs'

export const RUN_TYPESCRIPT = ['--import', '@poppinss/ts-exec', '--enable-source-maps']

/** Runs one of the application's own commands (`node ace …`) and gives what it printed. */
export async function ace(keeper, env, ...args) {
  const name = `ace_${args[0].replaceAll(':', '_')}`
  const { output } = await keeper.run(name, NODE, [inRoot('ace.js'), ...args], { env: { ...env, APP_PROCESS: 'console' } })
  return output
}

/** The three processes of the application, each with its sign of readiness. */
export function processes(env, ports) {
  return [
    { name: 'portal', entry: 'server', port: ports.portal, isReady: () => answers(`http://127.0.0.1:${ports.portal}/health/ready`) },
    { name: 'back_office', entry: 'back_office', port: ports.backOffice, isReady: () => answers(`http://127.0.0.1:${ports.backOffice}/admin/connexion`) },
    { name: 'worker', entry: 'worker', port: ports.portal, isReady: (part) => readFileSync(part.log, 'utf8').includes('worker ready') },
  ].map((process) => ({ ...process, env: { ...env, APP_PROCESS: process.name, PORT: String(process.port) } }))
}

/** Starts a process of the application and waits until it is ready. */
export async function startProcess(keeper, { name, entry, env, isReady }, options) {
  const part = keeper.start(name, NODE, [...RUN_TYPESCRIPT, inRoot(`bin/${entry}.ts`)], { layer: 2, env, ...options })
  await keeper.until(part, () => isReady(part))
  return part
}
