import type { DateTime } from 'luxon'
import { listFreeSlots, type SlotRow } from '#calendar'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type Visit from '#visits/models/visit'
import { lawfulFrom, otherDatesFrom, proposeOtherDates, type OtherDate, type OtherDateFacts } from '#visits/rules/other_dates'
import { visitKind } from '#visits/rules/visit_kinds'

// Enough of each: several practitioners begin together.
const LOOKED_AT = 60

type Placed = Pick<Visit, 'id' | 'kind' | 'startsAt'>
export type OtherDates = { proposals: OtherDate<SlotRow>[]; deadline: Day | null; from: Day | null }

/** The dates that a visit could have instead, with the law's last day. When none is free a notice ahead, those that are nearer. */
export async function listOtherDates(trx: Trx, visit: Placed, now: DateTime): Promise<OtherDates> {
  const facts = await otherDateFacts(trx, visit)
  const proposals = async (after: DateTime) => proposeOtherDates(await freeSlots(trx, visit, facts, after), facts)
  const ahead = await proposals(otherDatesFrom(facts, now))
  const useful = ahead.some(({ late }) => !late) ? ahead : await proposals(lawfulFrom(facts, now))
  return { proposals: useful, deadline: facts.deadline, from: facts.from }
}

/** Whether a slot is one that the list would offer: free, of a practitioner who still works here. */
export async function isOffered(trx: Trx, { kind }: Pick<Visit, 'kind'>, { id, startsAt, centreId }: SlotRow): Promise<boolean> {
  const slots = await listFreeSlots(trx, { ...searchFor(kind), centreId, after: startsAt.minus({ milliseconds: 1 }) })
  return slots.some((slot) => slot.id === id)
}

export async function otherDateFacts(trx: Trx, { id, startsAt }: Pick<Visit, 'id' | 'startsAt'>): Promise<OtherDateFacts> {
  const { rows } = await trx.rawQuery(
    `select members.centre_id as "centreId", least(due_visits.until_on, visit_requests.legal_deadline) as deadline,
       case when visits.kind = 'return' then coalesce(due_visits.from_on, visit_requests.wish_from) end as "from"
     from visits
     join members on members.id = visits.member_id
     left join due_visits on due_visits.employee_id = visits.employee_id and due_visits.kind = visits.kind
     left join visit_requests on visit_requests.id = visits.visit_request_id
     where visits.id = ?`,
    [id]
  )
  return { ...rows[0], startsAt }
}

async function freeSlots(trx: Trx, { kind }: Placed, { centreId }: OtherDateFacts, after: DateTime) {
  const own = await listFreeSlots(trx, { ...searchFor(kind), after, centreId })
  const others = await listFreeSlots(trx, { ...searchFor(kind), after })
  return [...own, ...others.filter((slot) => slot.centreId !== centreId)]
}

function searchFor(kind: Visit['kind']) {
  const { heldBy: practitionerKinds, minutes } = visitKind(kind)
  return { practitionerKinds, minutes, limit: LOOKED_AT }
}
