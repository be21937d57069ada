import type { HttpContext } from '@adonisjs/core/http'
import { asMembers } from '#core/tenants'

const TABLES: Record<string, string> = { salaries: 'employees', demandes: 'visit_requests', convocations: 'visits' }

/** The other account of the user that holds the thing of this address: a mail's link may be opened while another account is. */
export async function findOtherAccount({ currentMember, currentUser, params, request }: HttpContext) {
  const [, place, part] = request.url().split('/')
  const table = part === 'import' ? 'imports' : TABLES[place ?? '']
  if (request.method() !== 'GET' || !table || !params.id || !currentMember || currentUser.accesses.length < 2) return null
  const memberIds = currentUser.accesses.map(({ memberId }) => memberId)
  const found = await asMembers(memberIds, (trx) => trx.from(table).select('member_id').where('id', params.id).first(), currentUser.id)
  const access = currentUser.accesses.find(({ memberId }) => memberId === found?.member_id)
  return access && access.memberId !== currentMember.id ? { id: access.memberId, name: access.companyName } : null
}
