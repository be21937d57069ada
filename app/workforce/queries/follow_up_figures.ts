import { SOON_DAYS, addDays, type Day } from '#shared/dates'
import type { Trx } from '#core/tenants'

/** How the follow-up of a workforce stands, `coming` being those of `total` who enter later: `late` and `soon` by their first due visit, `fine` all the others. */
export type FollowUpFigures = { total: number; coming: number; late: number; soon: number; fine: number }

export async function followUpFigures(trx: Trx, memberId: string, today: Day): Promise<FollowUpFigures> {
  const { rows } = await trx.rawQuery(
    `select count(*)::int as total,
       count(*) filter (where hired_on > :today)::int as coming,
       count(*) filter (where next_due_on < :today)::int as late,
       count(*) filter (where next_due_on between :today and :soon)::int as soon
     from employees
     where member_id = :memberId and archived_at is null and (left_on is null or left_on >= :today)`,
    { memberId, today, soon: addDays(today, SOON_DAYS) }
  )
  const { total, coming, late, soon } = rows[0]
  return { total, coming, late, soon, fine: total - late - soon }
}
