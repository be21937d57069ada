import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { explainEmployee } from '#follow_up'
import { parisDay } from '#shared/dates'
import { findFollowed } from '#back_office/queries/find_followed'
import { inPageWords, situationChoices, situationLabel } from '#back_office/rules/follow_up_words'

/** The follow-up of an employee for the health team: why each date, with what the employer must not know. After an error, the form again. */
export async function showFollowUp({ params, request, response, view }: HttpContext, errors?: FieldError[], status = 422) {
  const today = parisDay(now())
  const page = await asStaff(async (trx) => ({
    employee: orNotFound(await findFollowed(trx, params.id)),
    answer: orNotFound(await explainEmployee(trx, params.id, today)),
  }))
  if (errors) response.status(status)
  return view.render('back_office/follow_ups/show', {
    employee: page.employee,
    ...inPageWords(page.answer),
    firstIsDue: page.answer.due.some(({ kind }) => kind === 'initial_information' || kind === 'fitness_hiring'),
    today,
    errors,
    typed: request.body(),
    situationChoices: situationChoices(),
    situationLabel,
  })
}
