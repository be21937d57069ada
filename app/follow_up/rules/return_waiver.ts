import { addDays } from '#shared/days'
import type { Case } from '#follow_up/rules/case'
import { inForce, type Row } from '#follow_up/rules/law/row'
import { RETURN_WAIVER } from '#follow_up/rules/law/stoppages'
import type { Chain } from '#follow_up/rules/stoppage_chains'
import { byDoctor } from '#follow_up/rules/who_counts'

/**
 * What frees a stoppage of its return visit: a pre-return visit held at most 30 days before the return, in which the
 * doctor found no measure necessary, unless somebody asks the return visit. Stoppages prescribed from 15 June 2026
 * (R4624-31); in a chain, the first link's prescription decides.
 */
export function waiverOf(c: Case, { links, returnDay, firstDay }: Chain): Row | null {
  const prescribed = links.filter((link) => link.firstDay === firstDay).map(({ prescribedOn }) => prescribedOn)
  const [row] = inForce(RETURN_WAIVER, prescribed.toSorted()[0]!)
  if (!row || links.some(({ returnVisitAsked }) => returnVisitAsked)) return null

  const since = addDays(returnDay, -row.days)
  const held = c.visits.filter((visit) => visit.kind === 'pre_return' && byDoctor(visit) && visit.heldOn >= firstDay && visit.heldOn <= returnDay)
  const on = held.at(-1)?.heldOn
  const last = held.filter(({ heldOn }) => heldOn === on)
  const waives = last.length > 0 && last.every(({ heldOn, noMeasureNeeded }) => heldOn >= since && noMeasureNeeded === true)
  return waives ? c.use(row) : null
}
