import { addDays, daysBetween, type Day } from '#shared/days'
import type { Case } from '#follow_up/rules/case'
import type { Origin } from '#follow_up/rules/codes'
import type { Stoppage } from '#follow_up/rules/facts'

/** Stoppages one after the other without a day between them, counted as one: calendar days, both ends included. */
export type Chain = {
  links: readonly Stoppage[]
  firstDay: Day
  lastDay: Day
  days: number
  origins: readonly Origin[]
  returnDay: Day
}

/** A gap, even of a weekend, breaks a chain; days that overlap count once. */
export function chainsOf({ stoppages }: Pick<Case, 'stoppages'>): Chain[] {
  const chains: Stoppage[][] = []
  for (const stoppage of stoppages) {
    const links = chains.at(-1)
    if (links && stoppage.firstDay <= addDays(lastDayOf(links), 1)) links.push(stoppage)
    else chains.push([stoppage])
  }
  return chains.map(chainOf)
}

/** The part of a chain that has this origin, its longest run of days. */
export function runOf({ links }: Chain, origin: Origin): number {
  const ofOrigin = chainsOf({ stoppages: links.filter((link) => link.origin === origin) })
  return Math.max(0, ...ofOrigin.map(({ days }) => days))
}

function chainOf(links: Stoppage[]): Chain {
  const firstDay = links[0]!.firstDay
  const lastDay = lastDayOf(links)
  return {
    links,
    firstDay,
    lastDay,
    days: daysBetween(firstDay, lastDay) + 1,
    origins: [...new Set(links.map(({ origin }) => origin))].toSorted(),
    returnDay: returnDayOf(links, lastDay),
  }
}

// The return that was told with the last link; without it, the day after the stoppage.
function returnDayOf(links: Stoppage[], lastDay: Day): Day {
  const told = links.filter((link) => link.lastDay === lastDay).flatMap(({ returnOn }) => returnOn ?? [])
  return told.toSorted().at(-1) ?? addDays(lastDay, 1)
}

function lastDayOf(links: Stoppage[]): Day {
  return links.map(({ lastDay }) => lastDay).toSorted().at(-1)!
}
