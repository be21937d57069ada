import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { PAGE_SIZE } from '#visits/queries/list_requests'
import { cancellationLimit, type CancellationMode } from '#visits/rules/cancellation_window'
import { visitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type ConvocationRow = {
  id: string
  employeeName: string
  title: string
  state: VisitState
  startsAt: DateTime
  convokedAt: DateTime
  limit: DateTime
  acknowledgedAt: DateTime | null
  centreName: string
}

type Asked = { period: 'a-venir' | 'passees'; page: number; mode: CancellationMode }

/** A page of the member's convocations: those to come, the next one first, or the others, the last one first. */
export async function listConvocations(
  trx: Trx,
  memberId: string,
  { period, page, mode }: Asked,
  now: DateTime,
  size = PAGE_SIZE
): Promise<{ rows: ConvocationRow[]; total: number }> {
  const coming = period === 'a-venir'
  const { rows } = await trx.rawQuery(
    `select visits.id, employees.first_name || ' ' || employees.family_name as employee_name, visits.kind, visits.state,
       visits.starts_at, visits.convoked_at, acknowledgements.at as acknowledged_at, centres.name as centre_name,
       count(*) over ()::int as total
     from visits
     join employees on employees.id = visits.employee_id
     join slots on slots.id = visits.slot_id
     join centres on centres.id = slots.centre_id
     left join acknowledgements on acknowledgements.visit_id = visits.id and acknowledgements.sequence = visits.sequence
     where visits.member_id = :memberId and visits.visible_to_member
       and (visits.state = 'convoked' and visits.ends_at > :now) = :coming
     order by visits.starts_at ${coming ? 'asc' : 'desc'}, visits.id
     limit :size offset :offset`,
    { memberId, now: now.toISO()!, coming, size, offset: (page - 1) * size } as never
  )
  return { rows: rows.map((row: Record<string, any>) => convocationRow(row, mode)), total: rows[0]?.total ?? 0 }
}

function convocationRow(row: Record<string, any>, mode: CancellationMode): ConvocationRow {
  const startsAt = instant(row.starts_at)
  return {
    id: row.id,
    employeeName: row.employee_name,
    title: visitKind(row.kind).title,
    state: row.state,
    startsAt,
    convokedAt: instant(row.convoked_at),
    limit: cancellationLimit(startsAt, mode),
    acknowledgedAt: maybeInstant(row.acknowledged_at),
    centreName: row.centre_name,
  }
}
