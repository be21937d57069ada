import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { createClient } from '#workflows/client'
import { eventually } from '#tests/support/eventually'
import { freePort } from '#tests/support/free_port'
import { executable } from '#tests/workflows/servers'

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((server) => server.kill('SIGKILL')))

/** A real Temporal with its own store, that can go away and come back. */
export class DevServer {
  #process: ChildProcess | undefined

  private constructor(
    readonly address: string,
    readonly folder: string
  ) {}

  static async start() {
    const folder = await mkdtemp(join(tmpdir(), 'temporal-'))
    const server = new DevServer(`127.0.0.1:${await freePort()}`, folder)
    await server.comeBack()
    return server
  }

  async comeBack() {
    const [ip, port] = this.address.split(':') as [string, string]
    const args = ['server', 'start-dev', '--headless', '--ip', ip, '--port', port, '--db-filename', join(this.folder, 'store.db'), '--log-level', 'never']
    const server = spawn(executable('TEMPORAL_CLI'), args, { stdio: 'ignore' })
    this.#process = server
    running.add(server)
    await eventually('Temporal answers', () => this.#answers(), { seconds: 60, everyMs: 100 })
  }

  async goAway(signal: NodeJS.Signals = 'SIGKILL') {
    const server = this.#process
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
    running.delete(server)
  }

  /** Comes back having forgotten everything. */
  async forget() {
    await this.goAway()
    for (const suffix of ['', '-wal', '-shm']) await rm(join(this.folder, `store.db${suffix}`), { force: true })
    await this.comeBack()
  }

  async stop() {
    await this.goAway()
    await rm(this.folder, { recursive: true, force: true })
  }

  client() {
    return createClient(this.address)
  }

  async #answers() {
    try {
      const connection = await Connection.connect({ address: this.address, connectTimeout: 500 })
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' })
        return true
      } finally {
        await connection.close()
      }
    } catch {
      return false
    }
  }
}
