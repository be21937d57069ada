import type { DateTime } from 'luxon'
import { PARIS, isDay, parisDay, weekdayOf, yearOf, type Day } from '#shared/days'

export const WEEKDAYS = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
] as const

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

export type DayOptions = { year?: boolean; weekday?: boolean }

/** A date as on a wall calendar: `lundi`, `30` or `1er`, `novembre` or `novembre 2026`. */
export type DayLeaf = { iso: Day; weekday: string; day: string; monthLabel: string }

/** `lundi 30 novembre 2026`, without the weekday or the year on demand; the number never leaves its month. */
export function formatDay(day: Day, { year = true, weekday = true }: DayOptions = {}): string {
  const { weekdayName, number, monthName, yearNumber } = parts(day)
  const date = `${number}\u00a0${monthName}`
  return [weekday ? weekdayName : '', date, year ? yearNumber : ''].filter(Boolean).join(' ')
}

/** `10 h 00`, as clocks in Paris show it. */
export function formatTime(instant: DateTime): string {
  return instant.setZone(PARIS).toFormat("H'\u00a0h\u00a0'mm")
}

/** `lundi 30 novembre 2026 à 10 h 00`. */
export function formatInstant(instant: DateTime, options: DayOptions = {}): string {
  return `${formatDay(parisDay(instant), options)} à\u00a0${formatTime(instant)}`
}

/** `lundi 30 novembre à 10 h 00`, where the page already says the year. */
export function formatInstantShort(instant: DateTime): string {
  return formatInstant(instant, { year: false })
}

/** The leaf of a day. The year goes when it is that of today; without today it is always said. */
export function dayLeaf(day: Day, today?: Day): DayLeaf {
  const { weekdayName, number, monthName, yearNumber } = parts(day)
  const yearIsKnown = today !== undefined && yearNumber === yearOf(today)
  const monthLabel = yearIsKnown ? monthName : `${monthName} ${yearNumber}`
  return { iso: day, weekday: weekdayName, day: number, monthLabel }
}

function parts(day: Day) {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  const number = Number(day.slice(8, 10))
  return {
    weekdayName: WEEKDAYS[weekdayOf(day) - 1]!,
    number: number === 1 ? '1er' : String(number),
    monthName: MONTHS[Number(day.slice(5, 7)) - 1]!,
    yearNumber: yearOf(day),
  }
}
