import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { Unreadable } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asMembers } from '#core/tenants'
import { answerConvocation } from '#visits/actions/answer_convocation'
import { findAnswerLink, type AnswerLink } from '#visits/queries/find_answer_link'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'
import { answerOf, answerValidator } from '#visits/validators/answer'

/** The link of a mail shows the question (GET), its buttons answer it (POST): a mail filter that opens it answers nothing. */
export default class AnswersController {
  async create(ctx: HttpContext) {
    keepSecret(ctx)
    return this.#show(ctx, await findAnswerLink(ctx.params.token, now()))
  }

  async store(ctx: HttpContext) {
    keepSecret(ctx)
    const { token } = ctx.params
    const instant = now()
    const link = await findAnswerLink(token, instant)
    const form = await readForm(ctx, answerValidator)
    if (!link) return this.#show(ctx, null)
    if (!form.ok) throw new Unreadable()

    const answer = answerOf(form.value.reponse)
    const isFirst = !link.answer && (await this.#answer(token, link, answer, instant))
    // Another click, or a cancellation, may have come first.
    const seen = isFirst ? link : await findAnswerLink(token, instant)
    if (!seen || isFirst || seen.answer === answer) return seen ? seeOther(ctx, `/reponse/${token}`) : this.#show(ctx, null)
    ctx.response.status(409)
    return this.#show(ctx, seen)
  }

  #answer(token: string, link: AnswerLink, answer: EmployeeAnswer, instant: DateTime) {
    return asMembers([link.memberId], (trx) => answerConvocation(trx, { token, link, answer }, instant))
  }

  #show({ params, response, view }: HttpContext, link: AnswerLink | null) {
    if (link?.answer) return view.render('visits/answers/given', { link })
    if (link) return view.render('visits/answers/create', { link, token: params.token })
    response.status(410)
    return view.render('visits/answers/unusable')
  }
}

function keepSecret({ response }: HttpContext) {
  response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer').header('X-Robots-Tag', 'noindex')
}
