import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import db from '@adonisjs/lucid/services/db'

/** A part that has not answered within this is down. */
export const PROBE_MS = 1000

/** The worker says that it lives every ten seconds. */
export const WORKER_SILENT_SECONDS = 45

/** The database answers a query of this process's own role. */
export async function databaseAnswers(): Promise<boolean> {
  return inTime(db.rawQuery('select 1').then(() => true))
}

/** A worker of our task queue lives, by the database's own clock. */
export async function workerLives(taskQueue: string): Promise<boolean> {
  const sql = 'select from worker_heartbeats where task_queue = ? and at > now() - make_interval(secs => ?)'
  return inTime(db.rawQuery(sql, [taskQueue, WORKER_SILENT_SECONDS]).then(({ rows }) => rows.length > 0))
}

/** The mail server greets, as it does before it takes a mail. */
export function smtpGreets({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const isTls = protocol === 'smtps:'
    const to = { host: hostname, port: Number(port) || (isTls ? 465 : 25) }
    const socket = isTls ? connectTls({ ...to, servername: hostname }) : connect(to)
    socket.setTimeout(PROBE_MS)
    const end = (greets: boolean) => {
      if (greets) socket.end('QUIT\r\n')
      else socket.destroy()
      resolve(greets)
    }
    socket.once('data', (greeting) => end(greeting.toString().startsWith('220')))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => resolve(false))
  })
}

function inTime(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer.catch(() => false), wait(PROBE_MS, false, { ref: false })])
}
