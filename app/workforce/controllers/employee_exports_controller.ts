import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#members'
import { now } from '#core/clock'
import { EXPORT_CAP, sendExport } from '#core/export/send'
import { record } from '#core/journal'
import { employeeColumns } from '#workforce/controllers/employee_columns'
import { searchEmployees } from '#workforce/queries/search_employees'
import { readEmployeeFilters } from '#workforce/validators/employee_filters'

/** The list of employees, with its filters and its order, as a file. */
export default class EmployeeExportsController {
  async index(ctx: HttpContext) {
    const { currentMember: member, currentUser: user } = ctx
    const rows = await ctx.member(async (trx) => {
      const sites = await listSites(trx, member.id)
      const filters = readEmployeeFilters(ctx.request.qs(), sites.map(({ id }) => id))
      const list = await searchEmployees(trx, member.id, { ...filters, page: 1 }, now(), EXPORT_CAP)
      await record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id, place: ctx.route!.name })
      return list.rows
    })
    await sendExport(ctx, 'salaries', employeeColumns({ withVisits: member.rights.visits !== 'none' }), rows)
  }
}
