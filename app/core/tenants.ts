import { inTransaction, type Trx } from '#core/transaction'

export type { Trx }

/**
 * Runs `work` in a transaction that sees the rows of these members, and no other: row-level security reads `app.member_ids`.
 * Of those where the user is limited to some sites, it sees what concerns the employees of these sites.
 */
export function asMembers<T>(memberIds: string[], work: (trx: Trx) => Promise<T>, userId = '') {
  return inTransaction('portal', async (trx) => {
    const ids = memberIds.join(',')
    await trx.rawQuery(
      `select set_config('app.member_ids', :ids, true), set_config('app.user_id', :userId, true),
         set_config('app.limited_member_ids', limits.member_ids, true), set_config('app.site_ids', limits.site_ids, true)
       from find_site_limits(nullif(:userId, '')::uuid, string_to_array(:ids, ',')::uuid[]) as limits`,
      { ids, userId }
    )
    return work(trx)
  })
}

/** Runs `work` in a transaction that sees one user's own row and accesses. */
export function asUser<T>(userId: string, work: (trx: Trx) => Promise<T>) {
  return inTransaction('portal', async (trx) => {
    await trx.rawQuery("select set_config('app.user_id', ?, true)", [userId])
    return work(trx)
  })
}

/** Runs `work` in a transaction of OSTRA's staff or of the worker: their database role sees every member. */
export function asStaff<T>(work: (trx: Trx) => Promise<T>) {
  return inTransaction('staff', work)
}
