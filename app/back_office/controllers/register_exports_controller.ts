import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, Unreadable } from '#core/exceptions/refusals'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { record } from '#core/journal'
import { asStaff } from '#core/tenants'
import { openRegister } from '#back_office/registers/open_register'
import { listRequest } from '#back_office/registers/register_request'
import { SecuredResource } from '#back_office/registers/secured_resource'

/** A register with the filters and the order of the screen, as a file; what the screen does not show is not in it. */
export default class RegisterExportsController {
  async index(ctx: HttpContext) {
    const register = openRegister(ctx)
    const request = listRequest(register, ctx.request.qs())
    if (!request.ok) throw new Forbidden()
    const rows = await new SecuredResource(register).readAll(request.value.query!, EXPORT_CAP)
    if (!rows.ok) throw new Unreadable()
    await asStaff((trx) => record(trx, { actor: { kind: 'staff', id: ctx.staff.id }, event: 'list.exported', place: `registers.${register.id}` }))
    const columns = register.policy.list.map((name) => ({ label: register.columns[name]!.label, cell: (row: Record<string, string>) => row[name]! }))
    await sendExport(ctx, register.id, columns, rows.value)
  }
}
