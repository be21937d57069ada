import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { findFindings } from '#back_office/queries/find_findings'
import { findPlannedVisit } from '#back_office/queries/find_planned_visit'
import { caresFor } from '#back_office/roles'

export type VisitRefusal = { type: 'not_convoked' | 'not_started' | 'started' | 'not_by_doctor' }

/** The page of a visit; after an act that is not possible, with status 409 and why; after a form to mend, with 422 and its errors. */
export async function showVisit({ params, request, response, staff, view }: HttpContext, { refusal, errors }: { refusal?: VisitRefusal; errors?: FieldError[] } = {}) {
  const cares = caresFor(staff.role)
  const page = await asStaff(async (trx) => ({
    visit: orNotFound(await findPlannedVisit(trx, params.id)),
    // What the doctor found is read by the health team alone.
    findings: cares ? await findFindings(trx, params.id) : null,
  }))
  if (refusal) response.status(409)
  if (errors) response.status(422)
  return view.render('back_office/visits/show', { ...page, cares, refusal, errors, typed: request.body(), begun: page.visit.startsAt <= now() })
}
