import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

export type Values = Record<string, unknown>

/** The owner's connection: it sees every member, so a test can arrange anything and look at what was written. */
export const owner = () => db.connection('migration')

/** Writes a row and gives it back as PostgreSQL holds it. */
export async function insert(table: string, values: Values): Promise<any> {
  const row = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, stored(value)]))
  const [inserted] = await owner().insertQuery().table(table).insert(row).returning('*')
  return inserted
}

/** The row of a table, null when there is none. */
export function rowOf(table: string, where: Values): Promise<any> {
  return owner().from(table).where(where).first()
}

export function rowsOf(table: string, where: Values = {}): Promise<any[]> {
  return owner().from(table).where(where)
}

const stored = (value: unknown) => (value instanceof DateTime ? value.toISO() : value)
