import type { Day } from '#shared/days'
import { decideStoppage } from '#workforce/rules/stoppage_days'
import type { Anomaly } from '#imports/rules/anomalies'
import type { FieldChange } from '#imports/rules/item'
import type { KnownStoppage } from '#imports/rules/known_employee'
import type { StoppageFacts } from '#imports/rules/person'

export type StoppageChange = { key: string; stoppage: Omit<KnownStoppage, 'id'>; id: string | null; changes: FieldChange[] }
type Employment = { hiredOn: Day; leftOn: Day | null }

/** Of the stoppages that a file tells, those that are new or that changed. One that begins the same day is the same; within another, it is known. */
export function compareStoppages(
  told: readonly StoppageFacts[],
  known: readonly KnownStoppage[],
  employment: Employment,
  today: Day
): { changes: StoppageChange[]; anomalies: Anomaly[] } {
  const changes: StoppageChange[] = []
  const anomalies: Anomaly[] = []
  for (const facts of told) {
    const former = known.find(({ firstDay }) => firstDay === facts.firstDay)
    if (!former && known.some((one) => one.firstDay <= facts.firstDay && facts.lastDay <= one.lastDay)) continue
    const stoppage = merged(facts, former)
    const changed = changesOf(stoppage, former)
    if (changed.length === 0) continue
    const others = [...known.filter((one) => one !== former), ...changes.map((one) => one.stoppage)]
    const decision = decideStoppage(stoppage, { employment, others }, today)
    if (decision.ok) changes.push({ key: `stoppage:${facts.firstDay}`, stoppage, id: former?.id ?? null, changes: changed })
    else anomalies.push({ column: "Début de l'arrêt", problem: { type: 'stoppage_refused', refusal: decision.error }, written: facts.firstDay })
  }
  return { changes, anomalies }
}

function merged({ origin, firstDay, lastDay, returnOn }: StoppageFacts, former?: KnownStoppage): Omit<KnownStoppage, 'id'> {
  return {
    origin,
    firstDay,
    lastDay,
    prescribedOn: former?.prescribedOn ?? null,
    returnOn: returnOn ?? former?.returnOn ?? null,
    returnVisitAsked: former?.returnVisitAsked ?? false,
  }
}

function changesOf(stoppage: Omit<KnownStoppage, 'id'>, former?: KnownStoppage): FieldChange[] {
  const all: FieldChange[] = [
    { field: 'stoppageOrigin', before: former?.origin ?? null, after: stoppage.origin },
    { field: 'stoppageFrom', before: former?.firstDay ?? null, after: stoppage.firstDay },
    { field: 'stoppageTo', before: former?.lastDay ?? null, after: stoppage.lastDay },
    { field: 'stoppageReturn', before: former?.returnOn ?? null, after: stoppage.returnOn },
  ]
  return all.filter(({ before, after }) => before !== after)
}
