import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { asStaff } from '#core/tenants'
import { listEscalatedRequests } from '#back_office/queries/escalated_requests'
import { countQueue } from '#back_office/queries/queue'
import { listTodaysVisits, listVisitsWithoutOutcome } from '#back_office/queries/visits_of_the_day'
import { readsPlanning } from '#back_office/roles'

export default class HomeController {
  async index({ view, staff }: HttpContext) {
    if (!readsPlanning(staff.role)) return view.render('back_office/home/index')
    const at = now()
    const work = await asStaff(async (trx) => ({
      escalated: await listEscalatedRequests(trx),
      queued: await countQueue(trx),
      awaiting: await listVisitsWithoutOutcome(trx, at),
      today: await listTodaysVisits(trx, at),
    }))
    return view.render('back_office/home/index', { work })
  }
}
