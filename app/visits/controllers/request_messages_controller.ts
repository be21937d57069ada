import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { writeMessage } from '#visits/actions/write_message'
import { showRequest } from '#visits/controllers/request_page'
import { findRequest } from '#visits/queries/find_request'
import { messageErrors, messageValidator } from '#visits/validators/message'

/** The employer writes to the planner. */
export default class RequestMessagesController {
  async store(ctx: HttpContext) {
    const { params, currentMember, currentUser } = ctx
    const form = await readForm(ctx, messageValidator)
    if (!form.ok) return showRequest(ctx, { errors: messageErrors(form.error.errors), message: ctx.request.input('message') })

    const { message: text, envoi: formKey } = form.value
    const author = { kind: 'user', id: currentUser.id } as const
    const written = await ctx.member(async (trx) => {
      orNotFound(await findRequest(trx, currentMember.id, params.id))
      return writeMessage(trx, { requestId: params.id, author, text, formKey }, now())
    })
    if (!written.ok) return showRequest(ctx, { message: text, tooLate: true })
    flash(ctx, { state: 'fine', title: 'Votre message est envoyé', text: 'La réponse paraîtra sur cette page.' })
    return seeOther(ctx, `/demandes/${params.id}`)
  }
}
