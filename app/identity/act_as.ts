import type { Trx } from '#core/tenants'

/** A link told who holds it: from here on the transaction is that user's, and sees their own rows. */
export async function actAs(trx: Trx, userId: string) {
  await trx.rawQuery("select set_config('app.user_id', ?, true)", [userId])
}
