import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { endGroup, identityOf, signalGroup } from './process_groups.mjs'

/** One process with all that it starts: its own group (a Ctrl-C reaches only the command, which stops its parts in order), a log, a pid file. */
export class Part {
  ended = false
  stopping = false
  output = ''

  constructor(name, command, args, { directory, layer, capture, inherit, signal = 'SIGTERM', grace = 8000, cwd = ROOT, env = process.env, uid, gid }) {
    Object.assign(this, { name, layer, signal, grace })
    this.log = join(directory.logDirectory, `${name}.log`)
    this.pidFile = join(directory.runDirectory, `${name}.json`)

    const log = openSync(this.log, 'w')
    const stdio = inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', capture ? 'pipe' : log, log]
    const child = spawn(command, args, { cwd, env, uid, gid, stdio, detached: true })
    closeSync(log)
    child.stdout?.setEncoding('utf8').on('data', (text) => (this.output += text))

    this.pid = child.pid
    if (this.pid) writeFileSync(this.pidFile, JSON.stringify({ ...identityOf(this.pid), signal, grace }))
    this.exited = this.#end(child)
  }

  async stop() {
    this.stopping = true
    if (this.pid) await endGroup(this.pid, this)
    await this.exited
  }

  everything() {
    return this.output + readFileSync(this.log, 'utf8')
  }

  lastWords() {
    const lines = this.everything().trimEnd().split('\n').slice(-25)
    return [...lines, `The whole of it: ${this.log}`].join('\n  ')
  }

  async #end(child) {
    const how = await new Promise((resolve) => {
      child.on('error', (error) => resolve({ code: 127, reason: error.message }))
      child.on('exit', (code, signal) => {
        // What it started would outlive it, and hold its output open.
        if (!this.stopping) signalGroup(child.pid, 'SIGKILL')
        child.on('close', () => resolve({ code: code ?? 1, reason: signal ?? `code ${code}` }))
      })
    })
    this.ended = true
    rmSync(this.pidFile, { force: true })
    return how
  }
}
