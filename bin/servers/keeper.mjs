import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure, Stopped } from './failure.mjs'
import { Part } from './part.mjs'
import { sweep } from './process_groups.mjs'

const GUARDIAN = fileURLToPath(new URL('guardian.mjs', import.meta.url))

/** Keeps everything that one command starts, so that all of it ends together. */
export class Keeper {
  #parts = new Set()
  #stopping = false
  #guardian
  #fail

  /** Rejects when a part that should last has ended by itself. */
  failed = new Promise((_, reject) => (this.#fail = reject))

  /** `traces`: files that say this command runs, gone with it whatever its end. */
  constructor(directory, traces = []) {
    this.traces = traces
    this.runDirectory = join(directory, 'run')
    this.logDirectory = join(directory, 'logs')
    this.failed.catch(() => {})
  }

  async open() {
    mkdirSync(this.logDirectory, { recursive: true })
    mkdirSync(this.runDirectory, { recursive: true })
    this.#removeTraces()
    await sweep(this.runDirectory)
    this.#guardian = spawn(process.execPath, [GUARDIAN, this.runDirectory, ...this.traces], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    this.#guardian.stdin.on('error', () => {})
  }

  /** Starts a part that lasts until it is stopped. The highest `layer` is stopped first: commands 3, application 2, servers 1, database 0. */
  start(name, command, args, { mayEnd = false, ...options } = {}) {
    const part = this.#add(name, command, args, { layer: 1, ...options })
    part.exited.then((how) => {
      if (!this.#stopping && !part.stopping && !mayEnd) this.#fail(new Failure(`${name} ended by itself (${how.reason})`, part.lastWords()))
    })
    return part
  }

  /** Runs a part to its end, and gives its exit code and what it printed. */
  async run(name, command, args, { mayFail = false, ...options } = {}) {
    const part = this.#add(name, command, args, { layer: 3, capture: true, ...options })
    const { code, reason } = await part.exited
    if (this.#stopping) throw new Stopped()
    if (code !== 0 && !mayFail) throw new Failure(`${name} failed (${reason})`, part.lastWords())
    return { code, output: part.output, everything: part.everything() }
  }

  /** Waits until a part answers; a part that ends meanwhile is a failure at once. */
  async until(part, answers, patience = 90_000) {
    for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
      if (this.#stopping) throw new Stopped()
      if (part.ended) throw new Failure(`${part.name} ended while starting`, part.lastWords())
      if (await answers()) return
    }
    throw new Failure(`${part.name} did not answer within ${patience / 1000} s`, part.lastWords())
  }

  partsOf(layer) {
    return [...this.#parts].filter((part) => part.layer === layer)
  }

  async stop() {
    this.#stopping = true
    this.#removeTraces()
    for (const layer of [3, 2, 1, 0]) await Promise.all(this.partsOf(layer).map((part) => part.stop()))
    await this.#dismissGuardian()
  }

  #add(name, command, args, options) {
    if (this.#stopping) throw new Stopped()
    const part = new Part(name, command, args, { directory: this, ...options })
    this.#parts.add(part)
    part.exited.then(() => this.#parts.delete(part))
    return part
  }

  #removeTraces() {
    for (const file of this.traces) rmSync(file, { force: true })
  }

  async #dismissGuardian() {
    if (!this.#guardian || this.#guardian.exitCode !== null || this.#guardian.signalCode !== null) return
    const gone = new Promise((resolve) => this.#guardian.on('exit', resolve))
    this.#guardian.stdin.end()
    await gone
  }
}
