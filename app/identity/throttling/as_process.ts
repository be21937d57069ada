import env from '#start/env'
import { asStaff, asUser, type Trx } from '#core/tenants'

/** A transaction of nobody in particular, under the database role of this process. */
export function asProcess<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return env.get('APP_PROCESS') === 'back_office' ? asStaff(work) : asUser('', work)
}
