import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from '#tests/support/eventually'

export type Child = {
  readonly output: () => string
  readonly pid: number
  readonly exited: () => boolean
  /** Politely by default; SIGKILL for the crash that a test wants. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

const running = new Set<Child>()

/** Starts another process of the application with the environment of the suite, and waits until it is ready. */
export async function startChild(
  entry: string,
  env: Record<string, string>,
  isReady: (child: Child) => Promise<boolean> | boolean
): Promise<Child> {
  const started = spawn(process.execPath, ['--import=@poppinss/ts-exec', '--enable-source-maps', entry], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const child = watch(started)
  await eventually(`${entry} is ready`, async () => {
    if (child.exited()) throw new Error(`${entry} ended while starting:\n${child.output()}`)
    return isReady(child)
  }, { seconds: 90 }).catch(async (error) => {
    await child.stop('SIGKILL')
    throw new Error(`${error.message}\n${child.output()}`)
  })
  return child
}

function watch(started: ChildProcess): Child {
  let output = ''
  const hear = (chunk: Buffer) => (output = (output + chunk).slice(-200_000))
  started.stdout!.on('data', hear)
  started.stderr!.on('data', hear)
  const exited = () => started.exitCode !== null || started.signalCode !== null
  const child: Child = {
    output: () => output,
    pid: started.pid!,
    exited,
    async stop(signal = 'SIGTERM') {
      running.delete(child)
      if (exited()) return
      const ended = once(started, 'exit')
      started.kill(signal)
      const impatient = setTimeout(() => started.kill('SIGKILL'), 40_000)
      await ended
      clearTimeout(impatient)
    },
  }
  running.add(child)
  return child
}

export async function stopChildren() {
  await Promise.all([...running].map((child) => child.stop()))
}

// Even a suite that is killed or crashes leaves no process behind.
process.on('exit', () => {
  for (const { pid, exited } of running) if (!exited()) process.kill(pid, 'SIGKILL')
})
