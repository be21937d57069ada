import { decide } from '#follow_up/rules/decide'
import { LAW } from '#follow_up/rules/law/table'
import { WAIVER_CASES } from '#tests/unit/follow_up/waiver_cases'
import { decideWaiver } from '#follow_up/rules/waiving'
import { tableCases } from '#tests/unit/follow_up/tables'

export type Covered = { subject: string; id: string; articles: readonly string[]; from: string; to: string | null; cases: number }

/** Each row of the table of the law, with how many of the cases it decided. */
export function coverage(): Covered[] {
  const counts = new Map<string, number>()
  for (const { facts } of tableCases()) {
    for (const { id } of decide(facts).used) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const { facts } of WAIVER_CASES) {
    const decision = decideWaiver(facts)
    if (decision.ok) counts.set(decision.value.id, (counts.get(decision.value.id) ?? 0) + 1)
  }
  return Object.entries(LAW).flatMap(([subject, rows]) =>
    rows.map(({ id, articles, from, to }) => ({ subject, id, articles, from, to, cases: counts.get(id) ?? 0 }))
  )
}
