import { addDays, addMonths, publicHolidays, weekdayOf, yearOf, type Day } from '#shared/dates'

export type CalendarView = 'mois' | 'semaine'
export type CalendarDay = { day: Day; holiday: boolean; weekend: boolean; outside: boolean }
export type CalendarPage = { view: CalendarView; day: Day; weeks: CalendarDay[][]; previous: Day; next: Day }

const YEARS_SHOWN = 2

/** Reads which page an address asks for; what is unknown, or years away, is today's month. */
export function readCalendarPage({ vue, jour }: Record<string, unknown>, isDay: (text: string) => boolean, today: Day): CalendarPage {
  const view = vue === 'semaine' ? 'semaine' : 'mois'
  const known = typeof jour === 'string' && isDay(jour) && Math.abs(yearOf(jour) - yearOf(today)) <= YEARS_SHOWN
  return calendarPage(view, known ? jour : today)
}

/** The weeks of a page, from Monday to Sunday: the one of a day, or those of its month, with the days of others at both ends. */
export function calendarPage(view: CalendarView, day: Day): CalendarPage {
  const first = view === 'mois' ? `${day.slice(0, 7)}-01` : day
  const afterLast = view === 'mois' ? addMonths(first, 1) : addDays(day, 1)
  const weeks: CalendarDay[][] = []
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday < afterLast; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, rank) => calendarDay(addDays(monday, rank), view === 'mois' ? first : null)))
  }
  const [previous, next] = view === 'mois' ? [addMonths(first, -1), addMonths(first, 1)] : [addDays(day, -7), addDays(day, 7)]
  return { view, day, weeks, previous, next }
}

function calendarDay(day: Day, month: Day | null): CalendarDay {
  return {
    day,
    holiday: publicHolidays(yearOf(day)).has(day),
    weekend: weekdayOf(day) > 5,
    outside: month !== null && day.slice(0, 7) !== month.slice(0, 7),
  }
}
