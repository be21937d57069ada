import type { Trx } from '#core/tenants'

/** Takes slots out of what can be booked. One that a visit has, or had, stays for that visit alone. */
export async function withdrawSlots(trx: Trx, ids: string[]) {
  await trx.rawQuery(
    `with gone as (
       delete from slots where id = any(:ids) and visit_id is null and not exists (select from visits where slot_id = slots.id) returning id)
     update slots set withdrawn = true where id = any(:ids) and id not in (select id from gone)`,
    { ids } as never
  )
}
