import { addMonths, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import type { Category } from '#follow_up/rules/answer'
import { rowOn } from '#follow_up/rules/law/row'
import { WAIVERS, type Waiver } from '#follow_up/rules/law/waivers'

export type WaivingFacts = { category: Category; hiredOn: Day; heldOn: Day; firstIsDue: boolean }
export type WaivingRefusal = { type: 'nothing_to_waive' } | { type: 'after_hiring'; hiredOn: Day } | { type: 'too_old'; since: Day }

/**
 * Decides whether the health team may waive the first visit for one held before the hiring (R4624-15: five years, three
 * when adapted; R4624-27: two years for an exam). The conditions on the job and on what was noted are theirs to judge.
 */
export function decideWaiver({ category, hiredOn, heldOn, firstIsDue }: WaivingFacts): Result<Waiver, WaivingRefusal> {
  if (!firstIsDue) return refuse({ type: 'nothing_to_waive' })
  if (heldOn >= hiredOn) return refuse({ type: 'after_hiring', hiredOn })
  const kind = category === 'SIR' ? 'fitness' : 'information'
  const rows = WAIVERS.filter((row) => row.kind === kind && (row.adapted === null || row.adapted === (category === 'SIA')))
  const row = rowOn(rows, hiredOn)
  const since = addMonths(hiredOn, -row.months)
  return heldOn < since ? refuse({ type: 'too_old', since }) : ok(row)
}
