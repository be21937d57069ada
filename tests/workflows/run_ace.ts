import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs one of the application's own commands, as one does by hand; gives what it printed. */
export async function runAce(command: string, env: Record<string, string>) {
  const args = ['ace.js', command, '--no-ansi']
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env, APP_PROCESS: 'console' } })
  return stdout
}
