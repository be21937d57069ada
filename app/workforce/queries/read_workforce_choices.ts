import type { Trx } from '#core/tenants'

export type WorkforceChoices = { requestOnHire: boolean }

/** What a member wants to be done by itself: nothing until they say so. */
export async function readWorkforceChoices(trx: Trx, memberId: string): Promise<WorkforceChoices> {
  const row = await trx.from('workforce_choices').select('request_on_hire').where('member_id', memberId).first()
  return { requestOnHire: row?.request_on_hire ?? false }
}
