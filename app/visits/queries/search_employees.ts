import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'

export type FoundEmployee = { id: string; name: string; jobTitle: string }

const SHOWN = 8

/** Employees present on a day whose name or post holds every word, whatever the accents and the case. */
export async function searchEmployees(
  trx: Trx,
  memberId: string,
  { text, except, today }: { text: string; except: string[]; today: Day }
): Promise<FoundEmployee[]> {
  const { rows } = await trx.rawQuery(
    `select id, first_name || ' ' || family_name as name, job_title as "jobTitle" from employees
     where member_id = ? and (left_on is null or left_on >= ?) and id <> all(?)
       and not exists (select from unnest(string_to_array(trim(fold(?)), ' ')) as word where position(word in search) = 0)
     order by family_name, first_name limit ?`,
    [memberId, today, except, text, SHOWN] as never
  )
  return rows
}
