import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import { asStaff } from '#core/tenants'
import { findPlannedRequest } from '#back_office/queries/find_planned_request'
import { readsReasons } from '#back_office/roles'

/** The page of a request; after an act that came too late, with status 409 and who was first. */
export async function showRequest({ params, staff, response, view }: HttpContext, refusal?: { type: 'wrong_state' | 'nothing_due' }) {
  const request = orNotFound(await asStaff((trx) => findPlannedRequest(trx, params.id)))
  if (refusal) response.status(409)
  return view.render('back_office/requests/show', { request, refusal, readsReason: readsReasons(staff.role) })
}
