import type { DateTime } from 'luxon'
import { readCalendar, type Calendar } from '#calendar'
import type { Trx } from '#core/tenants'
import { addDays, formatTime, type Day } from '#shared/dates'
import { isAbsent, sessionsOn } from '#calendar/rules/sessions'
import { publicHolidays } from '#shared/working_days'
import { yearOf } from '#shared/days'

export type OpeningDay = { day: Day; note: string | null; sessions: { id: string; hours: string; centre: string }[] }
export type OpeningWeek = { id: string; name: string; jobTitle: string; days: OpeningDay[]; calendar: Calendar }
type Asked = { monday: Day; practitionerId: string | null; centreId: string | null }

/** The week of each practitioner, doctors first: when and where they hold visits. */
export async function listOpeningWeeks(trx: Trx, { monday, practitionerId, centreId }: Asked): Promise<OpeningWeek[]> {
  const practitioners = await trx.from('practitioners').where('active', true).if(practitionerId, (query) => query.where('id', practitionerId!)).orderBy('kind').orderBy('name').orderBy('id')
  const centres = new Map((await trx.from('centres').select('id', 'name')).map(({ id, name }) => [id, name]))
  const weeks: OpeningWeek[] = []
  for (const { id, name, job_title: jobTitle } of practitioners) {
    const calendar = await readCalendar(trx, id)
    const seen = centreId ? { ...calendar, openings: calendar.openings.filter((one) => one.centreId === centreId) } : calendar
    if (centreId && seen.openings.length === 0) continue
    weeks.push({ id, name, jobTitle, calendar, days: Array.from({ length: 7 }, (_, rank) => dayOf(seen, addDays(monday, rank), centres)) })
  }
  return weeks
}

function dayOf(calendar: Calendar, day: Day, centres: Map<string, string>): OpeningDay {
  const note = publicHolidays(yearOf(day)).has(day) ? 'Jour férié' : isAbsent(calendar, day) ? 'Absence' : null
  const sessions = sessionsOn(calendar, day).map(({ opening, startsAt, endsAt }) => ({ id: opening.id, hours: hours(startsAt, endsAt), centre: centres.get(opening.centreId)! }))
  return { day, note, sessions }
}

const hours = (from: DateTime, to: DateTime) => `${formatTime(from)} à ${formatTime(to)}`

export async function listPractitioners(trx: Trx): Promise<{ id: string; name: string; kind: 'doctor' | 'nurse' }[]> {
  return trx.from('practitioners').select('id', 'name', 'kind').where('active', true).orderBy('kind').orderBy('name').orderBy('id')
}

