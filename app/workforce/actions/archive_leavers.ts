import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'

const AT_ONCE = 200

/**
 * Archives some of those who left long ago: contact, payroll and social security numbers, needs and history go, and the portal
 * shows them no more. What OSTRA must still prove, the visits held, stays with the name. Gives how many were archived.
 */
export async function archiveLeavers(trx: Trx, now: DateTime): Promise<number> {
  const { keep_leavers: keep } = await readSettings(trx)
  const { rows } = await trx.rawQuery(
    `update employees set archived_at = ?, email = null, phone = null, payroll_id = null, needs = '{}', interpreter_language = null
     where id in (
       select id from employees as leaver
       where left_on < ? and archived_at is null
         and not exists (select from visits where visits.employee_id = leaver.id and state = 'convoked')
         and not exists (select from visit_requests where visit_requests.employee_id = leaver.id and closed_at is null)
       order by left_on limit ? for update skip locked)
     returning id, member_id`,
    [now.toISO(), parisDay(now.minus(keep)), AT_ONCE] as never
  )
  const ids = rows.map(({ id }: { id: string }) => id)
  for (const table of ['national_ids', 'employment_changes', 'due_visits']) await trx.from(table).whereIn('employee_id', ids).delete()
  for (const { id, member_id: memberId } of rows) {
    await record(trx, { actor: { kind: 'system' }, event: 'employee.archived', memberId, subjectId: id })
  }
  return ids.length
}
