import { isPoll } from '#core/htmx'
import { configProvider } from '@adonisjs/core'
import { MessageBuilder } from '@adonisjs/core/helpers'
import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import { stores } from '@adonisjs/session'
import type { SessionStoreContract, SessionStoreFactory } from '@adonisjs/session/types'

const TOUCH_EVERY_MS = 60_000
const REMEMBERED = 10_000

/** Sessions in the database. Writing the row at each request costs a third of a page, so an unchanged one is prolonged once a minute. */
export function throttledDatabaseStore(tableName: string, connectionName: string) {
  const touchedAt = new Map<string, number>()

  return configProvider.create<SessionStoreFactory>(async (app) => {
    const factory = await stores.database({ tableName, connectionName }).resolver(app)
    return (ctx, config) => {
      const store = factory(ctx, config)
      keepEnded(store, { tableName, connectionName, age: config.age })
      const touch = store.touch.bind(store)
      store.touch = (id) => {
        const now = Date.now()
        if (isPoll(ctx) || now - (touchedAt.get(id) ?? 0) < TOUCH_EVERY_MS) return
        if (touchedAt.size >= REMEMBERED) touchedAt.clear()
        touchedAt.set(id, now)
        return touch(id)
      }
      return store
    }
  })
}

type Kept = { tableName: string; connectionName: string; age: string | number }

/** A session that was ended while a request of its own was under way stays ended: what was read is written back, never inserted anew. */
function keepEnded(store: SessionStoreContract, { tableName, connectionName, age }: Kept) {
  const [read, write] = [store.read.bind(store), store.write.bind(store)]
  let readId: string | undefined
  store.read = async (id) => {
    const values = await read(id)
    if (values) readId = id
    return values
  }
  store.write = async (id, values) => {
    if (id !== readId) return write(id, values)
    const row = { data: new MessageBuilder().build(values, undefined, id), expires_at: new Date(Date.now() + string.seconds.parse(age) * 1000) }
    await db.connection(connectionName).from(tableName).where('id', id).update(row)
  }
}
