import { startChild, type Child } from '#tests/support/children'
import { freePort } from '#tests/support/free_port'

export type BackOffice = Child & { url: string }

let started: Promise<BackOffice> | undefined

/** The back office, another process: started once for the whole suite, stopped at its end. */
export function backOffice() {
  started ??= start()
  return started
}

async function start(): Promise<BackOffice> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { APP_PROCESS: 'back_office', PORT: String(port), BACK_OFFICE_URL: url, ADMIN_JS_SKIP_BUNDLE: 'true' }
  const child = await startChild('bin/back_office.ts', env, () => answers(`${url}/admin/connexion`))
  return { ...child, url }
}

async function answers(url: string) {
  const response = await fetch(url).catch(() => null)
  await response?.body?.cancel()
  return response !== null && response.status < 500
}
