import type { Trx } from '#core/tenants'

/** What the file said of people is gone; how many there were stays. */
export async function forgetLines(trx: Trx, importId: string) {
  await trx.from('import_items').where({ import_id: importId }).delete()
  await trx.from('import_lines').where({ import_id: importId }).delete()
}
