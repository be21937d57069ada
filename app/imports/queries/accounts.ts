import type { Trx } from '#core/tenants'
import type { RememberedColumns } from '#imports/rules/recognise_columns'
import type { Establishment } from '#imports/rules/route_people'

/** The SIRETs of these members and of their sites; a member's own comes last, and wins. */
export async function listEstablishments(trx: Trx, memberIds: readonly string[]): Promise<Establishment[]> {
  const sites = await trx.from('sites').select({ memberId: 'member_id', siret: 'siret', site: 'name' }).whereIn('member_id', [...memberIds]).whereNotNull('siret')
  const members = await trx.from('members').select({ memberId: 'id', siret: 'siret' }).whereIn('id', [...memberIds])
  return [...sites, ...members.map((member) => ({ ...member, site: null }))]
}

export type Part = { id: string; memberId: string; name: string; people: number }

/** What else the same file brought, to the user's other accounts. */
export function listParts(trx: Trx, batchId: string, exceptId: string): Promise<Part[]> {
  return trx
    .from('imports')
    .join('members', 'members.id', 'imports.member_id')
    .select({ id: 'imports.id', memberId: 'imports.member_id', name: 'members.company_name', people: 'imports.people' })
    .where('imports.batch_id', batchId)
    .whereNot('imports.id', exceptId)
    .orderBy('members.company_name')
}

/** The columns that the member chose before. */
export async function rememberedColumns(trx: Trx, memberId: string): Promise<RememberedColumns> {
  const row = await trx.from('import_columns').select('columns').where({ member_id: memberId }).first()
  return row?.columns ?? {}
}
