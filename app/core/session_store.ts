import { isPoll } from '#core/htmx'
import { configProvider } from '@adonisjs/core'
import { stores } from '@adonisjs/session'
import type { SessionStoreFactory } from '@adonisjs/session/types'

const TOUCH_EVERY_MS = 60_000
const REMEMBERED = 10_000

/** Sessions in the database. Writing the row at each request costs a third of a page, so an unchanged one is prolonged once a minute. */
export function throttledDatabaseStore(tableName: string, connectionName: string) {
  const touchedAt = new Map<string, number>()

  return configProvider.create<SessionStoreFactory>(async (app) => {
    const factory = await stores.database({ tableName, connectionName }).resolver(app)
    return (ctx, config) => {
      const store = factory(ctx, config)
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
