import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'

export type Costs = { queries: string[]; hashes: string[] }

/** What `work` asks of the database as the portal, statement by statement, and which passwords it hashes. */
export async function costsOf(work: () => Promise<unknown>): Promise<Costs> {
  const queries: string[] = []
  const hashes: string[] = []
  const { client } = db.connection('portal').getWriteClient()
  const listen = ({ sql }: { sql: string }) => void queries.push(sql)
  client.on('query', listen)
  const { make, verify } = hash
  hash.make = (password) => (hashes.push('make'), make.call(hash, password))
  hash.verify = (stored, password) => (hashes.push('verify'), verify.call(hash, stored, password))
  try {
    await work()
  } finally {
    client.off('query', listen)
    Object.assign(hash, { make, verify })
  }
  return { queries, hashes }
}
