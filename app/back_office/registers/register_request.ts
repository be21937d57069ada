import type { ActionRequest } from 'adminjs'
import { filterNames } from '#back_office/registers/filters'
import type { SecuredRegister } from '#back_office/registers/register'
import { PAGE_CAP } from '#back_office/registers/secured_resource'
import { ok, refuse, type Result } from '#shared/result'

const FILTER = 'filters.'

/**
 * The request that AdminJS gets to see, made anew from what its list may ask: a page, a size, a sort and filters
 * that are open. Refused when it asks for more; anything else in the address is left behind.
 */
export function listRequest(
  register: SecuredRegister,
  asked: Record<string, unknown>
): Result<ActionRequest, { type: 'closed' }> {
  const filters = Object.entries(asked).filter(([name, value]) => name.startsWith(FILTER) && value !== '')
  const open = new Set(filterNames(register).map(({ name }) => name))
  if (filters.some(([name, value]) => !open.has(name.slice(FILTER.length)) || typeof value !== 'string')) {
    return refuse({ type: 'closed' })
  }
  const { order, sorts } = register.policy
  const sortBy = asked.sortBy ?? order.by
  if (sortBy !== order.by && !sorts.includes(String(sortBy))) return refuse({ type: 'closed' })

  return ok({
    params: { resourceId: register.id, action: 'list' },
    query: {
      ...Object.fromEntries(filters),
      sortBy: String(sortBy),
      direction: asked.direction ? (asked.direction === 'desc' ? 'desc' : 'asc') : order.direction,
      page: whole(asked.page, 1, 1_000_000),
      perPage: whole(asked.perPage, 25, PAGE_CAP),
    },
    payload: {},
    method: 'get',
  })
}

export function showRequest(register: SecuredRegister, recordId: string): ActionRequest {
  return { params: { resourceId: register.id, recordId, action: 'show' }, query: {}, payload: {}, method: 'get' }
}

function whole(asked: unknown, byDefault: number, most: number) {
  const number = Number(asked)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : byDefault
}
