import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { asStaff } from '#core/tenants'
import { findPlannedVisit } from '#back_office/queries/find_planned_visit'

export type VisitRefusal = { type: 'not_convoked' | 'not_started' | 'started' }

/** The page of a visit; after an act that is not possible, with status 409 and why. */
export async function showVisit({ params, response, view }: HttpContext, refusal?: VisitRefusal) {
  const visit = orNotFound(await asStaff((trx) => findPlannedVisit(trx, params.id)))
  if (refusal) response.status(409)
  return view.render('back_office/visits/show', { visit, refusal, begun: visit.startsAt <= now() })
}
