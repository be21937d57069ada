import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { mayWriteOn, MESSAGE_MAX } from '#visits'
import { findPlannedRequest } from '#back_office/queries/find_planned_request'
import { listRequestMessages } from '#back_office/queries/request_messages'
import { plans, readsReasons } from '#back_office/roles'

type Refusal = { type: 'wrong_state' | 'nothing_due' }
type Unsent = { errors?: FieldError[]; message?: string; tooLate?: boolean }

/** The page of a request; after an act that came too late, with status 409 and who was first. */
export async function showRequest(ctx: HttpContext, refusal?: Refusal, { errors = [], message, tooLate = false }: Unsent = {}) {
  const { params, staff, response, view } = ctx
  const readsReason = readsReasons(staff.role)
  const { request, messages } = await asStaff(async (trx) => ({
    request: orNotFound(await findPlannedRequest(trx, params.id)),
    messages: readsReason ? await listRequestMessages(trx, params.id) : [],
  }))
  if (errors.length > 0) response.status(422)
  if (refusal || tooLate) response.status(409)
  const mayAnswer = plans(staff.role) && mayWriteOn(request.state)
  const writing = { key: randomUUID(), max: MESSAGE_MAX, message, tooLate }
  return view.render('back_office/requests/show', { request, refusal, readsReason, messages, mayAnswer, writing, errors })
}
