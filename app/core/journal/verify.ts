import { Chain, type Fault, type SealedLine } from '#core/journal/chain'
import { asStaff, type Trx } from '#core/tenants'

const PAGE = 5000

export type MonthReport = {
  month: string
  droppedAt: Date | null
  sealed: number
  /** Written, not sealed yet: the job of the worker passes every minute. */
  unsealed: number
  lastSeal: string
  faults: Fault[]
}

type Month = { month: string; last_rank: string; last_seal: Buffer; dropped_at: Date | null }

/** Reads every chain again and says of each month what is right and what is not. */
export async function* verifyJournal(): AsyncGenerator<MonthReport> {
  const months: Month[] = await asStaff((trx) => trx.from('journal_months').orderBy('month'))
  for (const month of months) yield await asStaff((trx) => verifyMonth(trx, month))
}

async function verifyMonth(trx: Trx, { month, last_rank: lastRank, last_seal: lastSeal, dropped_at: droppedAt }: Month): Promise<MonthReport> {
  const report = { month, droppedAt, sealed: Number(lastRank), lastSeal: lastSeal.toString('hex') }
  if (droppedAt) return { ...report, unsealed: 0, faults: [] }

  const chain = new Chain(month)
  for (let lines: SealedLine[] = []; ; ) {
    lines = await readLines(trx, month, lines.at(-1)?.rank ?? 0)
    chain.take(lines)
    if (lines.length < PAGE) break
  }
  chain.end(Number(lastRank), lastSeal)
  const outside = await readOutside(trx, month)
  const inserted = outside.filter(({ late }) => late).map(({ id }): Fault => ({ type: 'inserted', entryId: id }))
  return { ...report, unsealed: outside.length - inserted.length, faults: [...chain.faults, ...inserted] }
}

const IN_MONTH = `entry.at >= journal_month_start(:month) and entry.at < journal_month_start((:month::date + interval '1 month')::date)`

// The line is written out here and not by the database's own function: who tampers with that one is seen.
async function readLines(trx: Trx, month: string, after: number): Promise<SealedLine[]> {
  const { rows } = await trx.rawQuery(
    `select seals.rank, seals.entry_id, seals.seal, entry.*, (extract(epoch from entry.at) * 1000000)::bigint as microseconds
     from (select rank, entry_id, seal from journal_seals where month = :month and rank > :after order by rank limit ${PAGE}) as seals
     left join journal_entries as entry on entry.id = seals.entry_id and ${IN_MONTH}
     order by seals.rank`,
    { month, after } as never
  )
  return rows.map((row: Record<string, any>) => ({
    rank: Number(row.rank),
    entryId: row.entry_id,
    seal: row.seal,
    line: row.id && [row.id, row.microseconds, row.actor_kind, row.actor_id, row.member_id, row.event, row.subject_id, row.place].map((part) => part ?? '').join('|'),
  }))
}

/** Entries without a seal. One that is older than what is complete was not there when the chain passed. */
async function readOutside(trx: Trx, month: string): Promise<{ id: string; late: boolean }[]> {
  const { rows } = await trx.rawQuery(
    `select entry.id, entry.at < (select complete_at - interval '1 day' from journal_sealing) as late
     from journal_entries as entry
     where ${IN_MONTH} and not exists (select from journal_seals where entry_id = entry.id and month = :month)
     order by entry.at, entry.id`,
    { month } as never
  )
  return rows
}
