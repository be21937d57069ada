import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#members'
import { now } from '#core/clock'
import { wantsFragment } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { parisDay } from '#shared/dates'
import { findEmployee } from '#workforce/queries/find_employee'
import { followUpFigures } from '#workforce/queries/follow_up_figures'
import { listChanges } from '#workforce/queries/list_changes'
import { listDuties } from '#workforce/queries/list_duties'
import { listEmployeeDueVisits } from '#workforce/queries/list_employee_due_visits'
import { listEmployeeRequests } from '#workforce/queries/list_employee_requests'
import { listEmployeeVisits, type EmployeeVisit } from '#workforce/queries/list_employee_visits'
import { listPosts } from '#workforce/queries/list_posts'
import { listStoppages } from '#workforce/queries/list_stoppages'
import { PAGE_SIZE, searchEmployees } from '#workforce/queries/search_employees'
import { categoryLabel } from '#workforce/rules/categories'
import { contractLabel, departureLabel } from '#workforce/rules/contracts'
import { needsWords } from '#workforce/rules/needs'
import { riskWords } from '#workforce/rules/risks'
import { originLabel } from '#workforce/rules/stoppage_origins'
import { FILTER_CHOICES, readEmployeeFilters } from '#workforce/validators/employee_filters'
import { employeesAddress, sortCode, sortColumns } from '#workforce/validators/employee_addresses'

export default class EmployeesController {
  async index(ctx: HttpContext) {
    const instant = now()
    const page = await ctx.member(async (trx) => {
      const sites = await listSites(trx, ctx.currentMember.id)
      const filters = readEmployeeFilters(ctx.request.qs(), sites.map(({ id }) => id))
      const list = await searchEmployees(trx, ctx.currentMember.id, filters, instant)
      const figures = await followUpFigures(trx, ctx.currentMember.id, parisDay(instant))
      return { sites, list, figures, filters: { ...filters, page: list.page } }
    })
    if (wantsFragment(ctx)) ctx.response.header('HX-Push-Url', employeesAddress(page.filters))
    return ctx.view.render('workforce/employees/index', {
      ...page,
      today: parisDay(instant),
      rights: ctx.currentMember.rights,
      // A file speaks of the whole workforce.
      mayImport: ctx.currentMember.siteIds === null,
      choices: FILTER_CHOICES,
      columns: sortColumns(page.filters),
      tri: sortCode(page.filters.tri, page.filters.descending),
      pageAddress: (number: number) => employeesAddress(page.filters, { page: number }),
      pageSize: PAGE_SIZE,
      categoryLabel,
    })
  }

  async show({ params, view, member, currentMember: { id: memberId, rights } }: HttpContext) {
    const page = await member(async (trx) => ({
      employee: orNotFound(await findEmployee(trx, memberId, params.id)),
      posts: await listPosts(trx, params.id),
      stoppages: await listStoppages(trx, params.id),
      changes: await listChanges(trx, params.id),
      dues: await listEmployeeDueVisits(trx, params.id),
      told: await listDuties(trx, params.id),
      visits: rights.visits === 'none' ? [] : await listEmployeeVisits(trx, memberId, params.id),
      requests: rights.visits === 'none' ? [] : await listEmployeeRequests(trx, memberId, params.id),
    }))
    const instant = now()
    const isComing = ({ state, startsAt }: EmployeeVisit) => state === 'convoked' && startsAt > instant
    return view.render('workforce/employees/show', {
      ...page,
      coming: page.visits.filter(isComing).toReversed(),
      past: page.visits.filter((visit) => !isComing(visit)),
      today: parisDay(instant),
      rights,
      categoryLabel,
      contractLabel,
      departureLabel,
      needsWords,
      originLabel,
      riskWords,
    })
  }
}
