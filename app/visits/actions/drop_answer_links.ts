import type { Trx } from '#core/tenants'

/** A visit that is over is answered no more: nothing is left to guess at. */
export async function dropAnswerLinks(trx: Trx, visitId: string): Promise<void> {
  await trx.from('answer_links').where('visit_id', visitId).delete()
}
