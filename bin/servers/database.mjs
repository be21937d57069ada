import { readdirSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { connected } from './postgres.mjs'

const NAME = 'ostra'
const MIGRATIONS = 'database/migrations'
const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent']

/** Makes the database, its owner and the roles of the application, none of which can pass row-level security by; gives their addresses. */
export async function prepareDatabase(server, passwords, { anew = false } = {}) {
  const { owner, portal, staff } = passwords
  const roles = { ostra_owner: owner, ostra_portal: portal, ostra_staff: staff }

  await connected(server, 'postgres', async (client) => {
    for (const [role, password] of Object.entries(roles)) {
      if (!(await exists(client, 'pg_roles', 'rolname', role))) await client.query(`create role ${role}`)
      await client.query(`alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`)
    }
    if (anew) await client.query(`drop database if exists ${NAME} with (force)`)
    if (!(await exists(client, 'pg_database', 'datname', NAME))) await client.query(`create database ${NAME} owner ostra_owner`)
  })
  await connected(server, NAME, async (client) => {
    for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`)
  })

  const address = (role) => `postgres://${role}:${roles[role]}@127.0.0.1:${server.port}/${NAME}`
  return {
    DATABASE_URL: address('ostra_portal'),
    STAFF_DATABASE_URL: address('ostra_staff'),
    MIGRATION_DATABASE_URL: address('ostra_owner'),
  }
}

/** Whether every migration in the folder has been run: asking costs nothing, while the command takes seconds. */
export const isMigrated = (server) =>
  connected(server, NAME, async (client) => {
    const { rows } = await client.query(`select to_regclass('adonis_schema') as known`)
    if (!rows[0].known) return false
    const done = new Set((await client.query('select name from adonis_schema')).rows.map(({ name }) => name))
    return readdirSync(inRoot(MIGRATIONS)).every((file) => done.has(`${MIGRATIONS}/${file.replace(/\.ts$/, '')}`))
  })

export const hasMembers = (server) =>
  connected(server, NAME, async (client) => (await client.query('select exists (select from members) as answer')).rows[0].answer)

async function exists(client, table, column, name) {
  const { rowCount } = await client.query(`select from ${table} where ${column} = $1`, [name])
  return rowCount > 0
}
