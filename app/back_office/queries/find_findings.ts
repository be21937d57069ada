import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { DateTime } from 'luxon'
import type { Day } from '#shared/dates'
import type { VisitKind } from '#visits/rules/visit_kinds'

export type NotedFindings = {
  mayNote: boolean
  kind: VisitKind
  nextBy: Day | null
  noMeasureNeeded: boolean | null
  notedBy: string | null
  notedAt: DateTime | null
}

/** What the health team noted of a visit, and whether a doctor held it so that it can be noted. */
export async function findFindings(trx: Trx, visitId: string): Promise<NotedFindings | null> {
  const { rows } = await trx.rawQuery(
    `select visits.state = 'held' and practitioners.kind = 'doctor' as "mayNote", visits.kind, next_by as "nextBy", no_measure_needed as "noMeasureNeeded",
       staff_users.full_name as "notedBy", noted_at as "notedAt"
     from visits join practitioners on practitioners.id = visits.practitioner_id
     left join visit_findings on visit_findings.visit_id = visits.id
     left join staff_users on staff_users.id = visit_findings.noted_by
     where visits.id = ?`,
    [visitId]
  )
  return rows[0] ? { ...rows[0], notedAt: rows[0].notedAt && instant(rows[0].notedAt) } : null
}
