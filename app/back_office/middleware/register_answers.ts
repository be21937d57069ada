import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const MESSAGES: Record<number, string> = {
  401: 'errorFetchingRecords',
  403: 'anyForbiddenError',
  404: 'errorFetchingRecord',
}

/** AdminJS's script asks for JSON: a refusal is JSON too, with its status, and no page to come back to after sign-in. */
export async function registerAnswers({ response, session }: HttpContext, next: NextFn) {
  await next()
  const status = response.getStatus() === 303 ? 401 : response.getStatus()
  const message = MESSAGES[status]
  if (!message) return
  session.forget('asked_page')
  response.removeHeader('Location').status(status).json({ notice: { type: 'error', message } })
}
