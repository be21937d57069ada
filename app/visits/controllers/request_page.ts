import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { parisDay } from '#shared/dates'
import { readMessages } from '#visits/actions/read_messages'
import { findRequest } from '#visits/queries/find_request'
import { mayWriteOn, MESSAGE_MAX } from '#visits/rules/request_messages'
import { requestSteps } from '#visits/rules/request_steps'
import { requestStateWord } from '#visits/rules/state_words'

type Unsent = { errors?: FieldError[]; message?: string; tooLate?: boolean }

/** The page of a request with its messages; with the one that was not sent, and why. */
export async function showRequest(ctx: HttpContext, { errors = [], message, tooLate = false }: Unsent = {}) {
  const { params, currentMember, currentUser, response, view } = ctx
  const { id: memberId, rights } = currentMember
  const { request, messages } = await ctx.member(async (trx) => ({
    request: orNotFound(await findRequest(trx, memberId, params.id)),
    messages: await readMessages(trx, { requestId: params.id, memberId, userId: currentUser.id }, now()),
  }))
  if (errors.length > 0) response.status(422)
  if (tooLate) response.status(409)
  const mayWrite = rights.visits === 'write'
  return view.render('visits/requests/show', {
    request,
    steps: requestSteps(request),
    word: requestStateWord(request.state),
    today: parisDay(now()),
    mayWrite,
    messages,
    mayAnswer: mayWrite && mayWriteOn(request.state),
    writing: { key: randomUUID(), max: MESSAGE_MAX, message, tooLate },
    errors,
  })
}
