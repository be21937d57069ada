import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { changeWords, type ChangeValues } from '#workforce/rules/change_words'

export type ChangeRow = { label: string; at: DateTime; by: string }

const SHOWN = 20

/** What changed of an employee, the latest first, in words. The portal knows no user but its own: others are "un utilisateur de l'entreprise". */
export async function listChanges(trx: Trx, employeeId: string): Promise<ChangeRow[]> {
  const { rows } = await trx.rawQuery(
    `select changes.subject, changes.before, changes.after, changes.at, changes.changed_by_staff is not null as staff,
       changes.changed_by, users.full_name as name
     from employment_changes as changes left join users on users.id = changes.changed_by
     where changes.employee_id = ? order by changes.at desc, changes.id desc limit ?`,
    [employeeId, SHOWN]
  )
  return rows.map((row: ChangeValues & { at: Date; staff: boolean; changed_by: string | null; name: string | null }) => ({
    label: changeWords(row),
    at: DateTime.fromJSDate(row.at),
    by: row.staff ? 'OSTRA' : row.changed_by ? (row.name ?? "un utilisateur de l'entreprise") : 'automatique',
  }))
}
