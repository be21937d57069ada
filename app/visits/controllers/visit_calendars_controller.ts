import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { isDay, parisDay } from '#shared/dates'
import { listVisitsBetween } from '#visits/queries/list_visits_between'
import { readCalendarPage } from '#visits/rules/calendar_page'
import { visitStateWord } from '#visits/rules/state_words'

/** The member's visits on a wall calendar: a month, or a week. */
export default class VisitCalendarsController {
  async show(ctx: HttpContext) {
    const today = parisDay(now())
    const page = readCalendarPage(ctx.request.qs(), isDay, today)
    const days = page.weeks.flat()
    const visits = await ctx.member((trx) => listVisitsBetween(trx, ctx.currentMember.id, days[0]!.day, days.at(-1)!.day))
    const address = (vue: string, jour: string) => `/convocations/calendrier?vue=${vue}&jour=${jour}`
    return ctx.view.render('visits/calendars/show', {
      ...page,
      today,
      address,
      count: visits.length,
      visitsOf: (day: string) => visits.filter(({ startsAt }) => parisDay(startsAt) === day),
      stateWord: visitStateWord,
    })
  }
}
