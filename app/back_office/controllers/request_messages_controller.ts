import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { messageErrors, messageValidator, settleMessages, writeMessage } from '#visits'
import { showRequest } from '#back_office/controllers/request_page'

/** A planner writes to the employer, or says that what the employer wrote needs no answer. */
export default class RequestMessagesController {
  async store(ctx: HttpContext) {
    const { params, staff } = ctx
    const form = await readForm(ctx, messageValidator)
    if (!form.ok) return showRequest(ctx, undefined, { errors: messageErrors(form.error.errors), message: ctx.request.input('message') })

    const { message: text, envoi: formKey } = form.value
    const author = { kind: 'staff', id: staff.id } as const
    const written = await asStaff((trx) => writeMessage(trx, { requestId: params.id, author, text, formKey }, now()))
    if (!written.ok) return showRequest(ctx, undefined, { message: text, tooLate: true })
    flash(ctx, { state: 'fine', title: 'Votre message est envoyé', text: "L'employeur le lit sur sa demande." })
    return seeOther(ctx, `/admin/demandes/${params.id}`)
  }

  async settle(ctx: HttpContext) {
    const { params, staff } = ctx
    await asStaff((trx) => settleMessages(trx, { requestId: params.id, staffId: staff.id }, now()))
    flash(ctx, { state: 'fine', title: 'Les messages sont traités', text: 'La demande ne porte plus la marque dans la file.' })
    return seeOther(ctx, `/admin/demandes/${params.id}`)
  }
}
