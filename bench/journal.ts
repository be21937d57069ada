import { performance } from 'node:perf_hooks'
import { now } from '#core/clock'
import { record } from '#core/journal'
import { sealJournal } from '#core/journal/keeping'
import { verifyJournal } from '#core/journal/verify'
import { asMembers } from '#core/tenants'
import { listJournal } from '#identity/queries/list_journal'
import { rightsOf } from '#identity/rules/rights'
import { createMember, createUser, owner } from '#tests/support/factories'
import { compare, type Bench } from './measure.js'

const ROWS = 100_000
/** Once a night or when somebody wants to know: seconds are fine, minutes are not. */
const VERIFIED_WITHIN_MS = 15_000
const SEALED_WITHIN_MS = 60_000
const PAGE_WITHIN_MS = 100

const NO_FILTER = { qui: null, acte: null, du: null, au: null, avant: null, apres: null }

/** A busy year of one member among others, sealed, verified, read. */
const bench: Bench = async () => {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  await owner().rawQuery(
    `insert into journal_entries (at, actor_kind, actor_id, member_id, event)
     select now() - random() * interval '300 days', 'user', :userId, case when number % 10 = 0 then :memberId::uuid end, 'list.exported'
     from generate_series(1, ${ROWS}) as number`,
    { userId: user.id, memberId: member.id } as never
  )
  await owner().from('journal_sealing').update({ complete_at: '-infinity' })

  await mustLast(SEALED_WITHIN_MS, `sealing ${ROWS} entries`, () => sealJournal(now()))
  await mustLast(VERIFIED_WITHIN_MS, `verifying ${ROWS} entries`, async () => {
    for await (const { month, faults } of verifyJournal()) if (faults.length > 0) throw new Error(`${month} is not right`)
  })

  const rights = rightsOf('administrateur')
  const read = (filter: object) => () => asMembers([member.id], (trx) => listJournal(trx, { memberId: member.id, rights, ...NO_FILTER, ...filter }), user.id)
  const times = await compare({
    'an entry written': () => asMembers([member.id], (trx) => record(trx, { actor: { kind: 'user', id: user.id }, event: 'list.exported', memberId: member.id })),
    'the first page of a member': read({}),
    'a page of one kind of act and a period': read({ acte: 'export', du: '2026-01-01', au: '2026-12-31' }),
    'a page without any entry': read({ acte: 'visit' }),
  })
  for (const [name, { median }] of Object.entries(times)) {
    if (median > PAGE_WITHIN_MS) throw new Error(`${name} takes ${median.toFixed(0)} ms: ${PAGE_WITHIN_MS} at most`)
  }
}

async function mustLast(most: number, name: string, work: () => Promise<unknown>) {
  const start = performance.now()
  await work()
  const spent = performance.now() - start
  console.log(`  ${name.padEnd(44)} ${(spent / 1000).toFixed(1)} s`)
  if (spent > most) throw new Error(`${name} takes ${(spent / 1000).toFixed(0)} s: ${most / 1000} at most`)
}

export default bench
