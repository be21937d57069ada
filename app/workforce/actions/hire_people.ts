import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { hireEmployee, type Hire, type Known } from '#workforce/actions/hire_employee'
import { rehireEmployee, type RehireRefusal } from '#workforce/actions/rehire_employee'
import { allOrNothing } from '#workforce/actions/savepoints'
import { listMatches } from '#workforce/queries/list_matches'
import { lockEmployee } from '#workforce/queries/lock_employee'
import { readFollowUp, type FollowUp } from '#workforce/queries/read_follow_up'

/** One person of a form: a new one, one who comes back (`returns`), or surely another than the one known (`sure`). */
export type HirePerson = Omit<Hire, 'memberId' | 'by'> & { row: number; sure: boolean; returns: string | null }
export type Hired = { row: number; employeeId: string; requestId: string | null; name: string; followUp: FollowUp }

type Refused = { row: number; why: Known | RehireRefusal | { type: 'somebody_else' } | { type: 'twice'; otherRow: number } }
export type NotHired = { type: 'not_hired'; refused: Refused[] }

type Who = Pick<Hire, 'memberId' | 'by'>

/** All the people of a form enter, or nobody: what is wrong is told of each of them. */
export function hirePeople(trx: Trx, people: readonly HirePerson[], who: Who, now: DateTime): Promise<Result<Hired[], NotHired>> {
  return allOrNothing(trx, async (part) => {
    const hired: Hired[] = []
    const refused: Refused[] = []
    for (const person of people) {
      const { row } = person
      const done = await hireOne(part, person, who, now)
      if (!done.ok) refused.push({ row, why: done.error.type === 'known' ? twiceOr(done.error, hired) : done.error })
      else hired.push({ row, ...done.value, name: nameOf(person), followUp: await readFollowUp(part, done.value.employeeId) })
    }
    return refused.length > 0 ? refuse({ type: 'not_hired', refused }) : ok(hired)
  })
}

function hireOne(trx: Trx, { row: _row, returns, ...person }: HirePerson, who: Who, now: DateTime) {
  return returns ? comeBack(trx, { ...who, ...person, employeeId: returns }, now) : hireEmployee(trx, { ...who, ...person }, now)
}

// The answer may be that of a former name: whoever comes back is the one who was typed, or nobody.
async function comeBack(trx: Trx, hire: Hire & { employeeId: string }, now: DateTime) {
  const { memberId, employeeId, identity } = hire
  await lockEmployee(trx, memberId, employeeId)
  const matches = await listMatches(trx, memberId, identity)
  if (matches.some(({ id }) => id === employeeId)) return rehireEmployee(trx, hire, now)
  return matches.length > 0 ? refuse({ type: 'known', matches } satisfies Known) : refuse({ type: 'somebody_else' } as const)
}

// Known from the row above, not from the workforce.
function twiceOr(known: Known, hired: readonly Hired[]): Refused['why'] {
  const other = hired.find(({ employeeId }) => known.matches.some(({ id }) => id === employeeId))
  return other ? { type: 'twice', otherRow: other.row } : known
}

const nameOf = ({ identity }: HirePerson) => `${identity.firstName} ${identity.familyName}`
