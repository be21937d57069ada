import type { Trx } from '#core/tenants'
import { listConvocationFacts, type ConvocationFacts } from '#visits/queries/convocation_facts'

/** The facts of these convocations, the soonest first; null unless each of them is the member's. */
export async function listOwnConvocations(trx: Trx, memberId: string, ids: string[]): Promise<ConvocationFacts[] | null> {
  const facts = await listConvocationFacts(trx, ids)
  const own = facts.filter(({ member, visibleToMember }) => member.id === memberId && visibleToMember)
  return own.length === ids.length ? own : null
}
