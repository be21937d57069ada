import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'

/** A part that has not answered within this is down. */
export const PROBE_MS = 1000

/** The database answers a query of this process's own role. */
export async function databaseAnswers(): Promise<boolean> {
  return inTime(db.rawQuery('select 1').then(() => true))
}

/** Something accepts connections at `host:port`: enough to know, and no dependency on what it speaks. */
export function portAnswers(hostname: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port, timeout: PROBE_MS })
    const end = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

function inTime(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer.catch(() => false), wait(PROBE_MS, false, { ref: false })])
}
