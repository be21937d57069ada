import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { ok, type Result } from '#shared/result'
import { dueKindsOn } from '#workforce/actions/due_kinds_on'
import { withoutWriting } from '#workforce/actions/savepoints'
import { listTouched } from '#workforce/queries/list_convoked'
import { listTouchedVisits, type TouchedVisit } from '#workforce/queries/list_touched_visits'
import { readFollowUp, type FollowUp } from '#workforce/queries/read_follow_up'
import { consequenceOf, type Consequence } from '#workforce/rules/consequence'
import type { Change } from '#workforce/rules/touched_visits'
import type { Category } from '#workforce/rules/categories'
import type { Due } from '#workforce/queries/read_follow_up'

/** `endsOn`: from a day to come on, what is due no more. */
export type Foreseen = { consequence: Consequence<Category, Due>; after: FollowUp; touched: TouchedVisit[]; endsOn: { day: Day; dues: Due[] } | null }

type Foresight<T, E extends { type: string }> = {
  employeeId: string
  change: (part: Trx) => Promise<Result<T, E>>
  /** What the change is for the visits that are convoked already. */
  touching: (part: Trx) => Change | Promise<Change>
  /** The day to come from which the change ends what is due. */
  endsFrom?: Day
}

/** What a change would entail, by making it and taking it back: it is told as it will be. */
export async function foresee<T, E extends { type: string }>(
  trx: Trx,
  { employeeId, change, touching, endsFrom }: Foresight<T, E>,
  now: DateTime
): Promise<Result<Foreseen, E>> {
  const before = await readFollowUp(trx, employeeId)
  const seen = await withoutWriting(trx, async (part) => {
    const changed = await change(part)
    if (!changed.ok) return changed
    const after = await readFollowUp(part, employeeId)
    const convoked = await listTouched(part, employeeId, await touching(part), now)
    return ok({ after, convoked, endsOn: endsFrom === undefined ? null : { day: endsFrom, dues: await endingOn(part, employeeId, endsFrom, after, now) } })
  })
  if (!seen.ok) return seen
  const { after, convoked, endsOn } = seen.value
  return ok({ after, consequence: consequenceOf(before, after), touched: await listTouchedVisits(trx, convoked, now), endsOn })
}

// Asked last, as it writes the answer of another day.
async function endingOn(part: Trx, employeeId: string, day: Day, { dues }: FollowUp, now: DateTime): Promise<Due[]> {
  const kinds = await dueKindsOn(part, employeeId, day, now)
  return dues.filter(({ kind }) => !kinds.includes(kind))
}
