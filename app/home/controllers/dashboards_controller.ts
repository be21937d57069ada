import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readDashboard } from '#home/queries/read_dashboard'
import { otherOutcomesSentence, requestsSentence, waitingSentence } from '#home/rules/waiting_sentence'
import { parisDay } from '#shared/dates'

export default class DashboardsController {
  async show({ view, member, currentMember }: HttpContext) {
    const instant = now()
    const dashboard = await member((trx) => readDashboard(trx, currentMember, instant))
    return view.render('home/dashboards/show', {
      ...dashboard,
      today: parisDay(instant),
      rights: currentMember.rights,
      otherOutcomesSentence,
      requestsSentence,
      waitingSentence,
    })
  }
}
