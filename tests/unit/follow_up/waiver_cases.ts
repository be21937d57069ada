import type { WaivingFacts } from '#follow_up/rules/waiving'

export type WaiverCase = { title: string; facts: WaivingFacts; refused: string | null }

const of = (title: string, refused: string | null, facts: Partial<WaivingFacts>): WaiverCase => ({
  title,
  refused,
  facts: { category: 'SI', hiredOn: '2026-11-30', heldOn: '2026-01-05', firstIsDue: true, ...facts },
})

/** What the health team may waive: an act, so no fact of the command. */
export const WAIVER_CASES: WaiverCase[] = [
  of('simple, five years before the hiring', null, { heldOn: '2021-11-30' }),
  of('simple, a day older', 'too_old', { heldOn: '2021-11-29' }),
  of('adapted, three years before the hiring', null, { category: 'SIA', heldOn: '2023-11-30' }),
  of('adapted, a day older', 'too_old', { category: 'SIA', heldOn: '2023-11-29' }),
  of('reinforced, two years before the hiring', null, { category: 'SIR', heldOn: '2024-11-30' }),
  of('reinforced, a day older', 'too_old', { category: 'SIR', heldOn: '2024-11-29' }),
  of('five years before a 29 February', null, { hiredOn: '2028-02-29', heldOn: '2023-02-28' }),
  of('a visit on the day of the hiring', 'after_hiring', { heldOn: '2026-11-30' }),
  of('a first visit that is not due', 'nothing_to_waive', { firstIsDue: false }),
]
