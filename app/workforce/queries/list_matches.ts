import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { mayBeSame, type Named } from '#workforce/rules/known_people'

export type Match = { id: string; name: string; familyName: string; firstName: string; birthDate: Day; jobTitle: string; hiredOn: Day; leftOn: Day | null }

/** Those of the member who may be the person, present or gone. */
export async function listMatches(trx: Trx, memberId: string, person: Named): Promise<Match[]> {
  const rows: Match[] = await trx
    .from('employees')
    .select({
      id: 'id',
      familyName: 'family_name',
      firstName: 'first_name',
      birthDate: 'birth_date',
      jobTitle: 'job_title',
      hiredOn: 'hired_on',
      leftOn: 'left_on',
    })
    .select(trx.raw("first_name || ' ' || family_name as name"))
    .where({ member_id: memberId, birth_date: person.birthDate })
    .whereNull('archived_at')
    .orderBy('hired_on', 'desc')
  return rows.filter((row) => mayBeSame(row, person))
}
