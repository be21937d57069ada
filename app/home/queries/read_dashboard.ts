import type { DateTime } from 'luxon'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { countInProgress } from '#home/queries/count_in_progress'
import { listDuesWithoutVisit } from '#home/queries/list_dues_without_visit'
import { listUpcomingVisits } from '#home/queries/list_upcoming_visits'
import { ledgerOf, visitEntries } from '#home/rules/ledger'
import type { Rights } from '#identity/rules/rights'
import { parisDay } from '#shared/dates'
import { followUpFigures } from '#workforce/queries/follow_up_figures'

/** What needs the member now, as far as the user's rights go: null is what they may not see. */
export async function readDashboard(trx: Trx, { id, rights }: { id: string; rights: Rights }, now: DateTime) {
  return {
    figures: rights.workforce === 'none' ? null : await followUpFigures(trx, id, parisDay(now)),
    waiting: rights.visits === 'none' ? null : await readWaiting(trx, id, now),
    inProgress: rights.visits === 'none' ? null : await countInProgress(trx, id, parisDay(now)),
  }
}

async function readWaiting(trx: Trx, memberId: string, now: DateTime) {
  const { cancellation_mode: mode } = await readSettings(trx)
  const dues = await listDuesWithoutVisit(trx, memberId, parisDay(now))
  const visits = visitEntries(await listUpcomingVisits(trx, memberId, mode, now), now)
  const entries = ledgerOf(dues.rows, visits)
  const shownDues = entries.filter(({ type }) => type === 'due').length
  return {
    entries,
    total: dues.total + visits.length,
    late: dues.late,
    moreDues: dues.total - shownDues,
    moreVisits: visits.length - (entries.length - shownDues),
  }
}
