import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { asStaff } from '#core/tenants'
import { takeRequest } from '#visits'
import { showRequest } from '#back_office/controllers/request_page'

export default class RequestsController {
  async show(ctx: HttpContext) {
    return showRequest(ctx)
  }

  async take(ctx: HttpContext) {
    const { params, staff } = ctx
    const taken = await asStaff((trx) => takeRequest(trx, { requestId: params.id, staffId: staff.id }, now()))
    if (!taken.ok) return showRequest(ctx, taken.error)

    flash(ctx, { state: 'fine', title: 'Vous avez pris cette demande en charge', text: 'Il lui faut maintenant un créneau.' })
    return seeOther(ctx, `/admin/demandes/${params.id}`)
  }
}
