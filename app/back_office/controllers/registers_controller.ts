import { ApiController, type CurrentAdmin } from 'adminjs'
import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotFound } from '#core/exceptions/refusals'
import { adminOf } from '#back_office/registers/admin'
import { pageData } from '#back_office/registers/page_data'
import { openRegister } from '#back_office/registers/open_register'
import { listRequest, showRequest } from '#back_office/registers/register_request'

/** AdminJS's pages and its two readings. Each request looks the rights up again: the role comes from the database. */
export default class RegistersController {
  async page(ctx: HttpContext) {
    const register = openRegister(ctx)
    if (ctx.params.record && register.policy.page) {
      return ctx.response.redirect().toPath(`${register.policy.page}/${ctx.params.record}`)
    }
    const { id, role } = ctx.staff
    return ctx.view.render('back_office/registers/show', { register, ...(await pageData({ id, role })) })
  }

  async list(ctx: HttpContext) {
    const register = openRegister(ctx)
    const request = listRequest(register, ctx.request.qs())
    if (!request.ok) throw new Forbidden()
    return ctx.response.json(await this.#api(ctx).resourceAction(request.value, {}))
  }

  async show(ctx: HttpContext) {
    const register = openRegister(ctx)
    const answer = await this.#api(ctx).recordAction(showRequest(register, ctx.params.record), {})
    if (answer.notice?.type === 'error') throw new NotFound()
    return ctx.response.json(answer)
  }

  #api({ staff: { id, role } }: HttpContext) {
    return new ApiController({ admin: adminOf(role) }, { id, role } as unknown as CurrentAdmin)
  }
}
