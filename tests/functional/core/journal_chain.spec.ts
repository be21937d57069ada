import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { record } from '#core/journal'
import { dropExpiredMonths, sealJournal } from '#core/journal/keeping'
import { verifyJournal } from '#core/journal/verify'
import { asStaff, asUser } from '#core/tenants'
import { insert, owner, rowOf, rowsOf } from '#tests/support/factories/rows'
import { runAce } from '#tests/workflows/run_ace'

const PARIS = 'Europe/Paris'
const NOBODY = { kind: 'nobody' } as const
const now = () => DateTime.utc()

/** A month of these tests alone: so many months ago, where nothing else writes. */
const monthAgo = (months: number) => DateTime.now().setZone(PARIS).startOf('month').minus({ months })
const dateOf = (month: DateTime) => month.toISODate()!
const tableOf = (month: DateTime) => `journal_entries_${month.toFormat('yyyy_MM')}`

/** The owner alone can write at another time than now. */
const writeAt = (at: DateTime) => insert('journal_entries', { at, actor_kind: 'nobody', event: 'session.refused' })

async function forget(month: DateTime) {
  await owner().rawQuery(`drop table if exists ${tableOf(month)}`)
  await owner().from('journal_seals').where('month', dateOf(month)).delete()
  await owner().from('journal_months').where('month', dateOf(month)).delete()
}

/** A chain of five entries in a month of its own. */
async function sealedMonth(months: number, cleanup: (back: () => Promise<void>) => void) {
  const month = monthAgo(months)
  await forget(month)
  cleanup(() => forget(month))
  const ids: string[] = []
  for (const day of [2, 3, 4, 5, 6]) ids.push((await writeAt(month.plus({ days: day }))).id)
  await owner().from('journal_sealing').update({ complete_at: '-infinity' })
  await sealJournal(now())
  return { month, ids }
}

async function reportOf(month: DateTime) {
  for await (const report of verifyJournal()) if (report.month === dateOf(month)) return report
  throw new Error('This month has no chain')
}

const faultsOf = async (month: DateTime) => (await reportOf(month)).faults
const sealOf = async (id: string) => rowOf('journal_seals', { entry_id: id })

test.group('The chain of the journal', () => {
  test('is right for a month that nobody touched', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(5, cleanup)
    const { sealed, unsealed, faults, lastSeal } = await reportOf(month)
    assert.deepEqual({ sealed, unsealed, faults }, { sealed: 5, unsealed: 0, faults: [] })
    assert.equal(lastSeal, (await sealOf(ids.at(-1)!)).seal.toString('hex'))
  })

  test('names an entry that was changed')
    .with([{ event: 'session.opened' }, { actor_kind: 'system' }, { subject_id: '00000000-0000-7000-8000-000000000001' }, { place: 'salaries.index' }])
    .run(async ({ assert, cleanup }, changed) => {
      const { month, ids } = await sealedMonth(5, cleanup)
      await owner().from('journal_entries').where('id', ids[2]!).update(changed)
      assert.deepEqual(await faultsOf(month), [{ type: 'changed', entryId: ids[2]! }])
    })

  test('names an entry whose time was changed', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(5, cleanup)
    await owner().from('journal_entries').where('id', ids[2]!).update({ at: month.plus({ days: 4, seconds: 1 }).toISO() })
    assert.deepEqual(await faultsOf(month), [{ type: 'changed', entryId: ids[2]! }])
  })

  test('names an entry that was removed, the last one too')
    .with([0, 2, 4])
    .run(async ({ assert, cleanup }, rank) => {
      const { month, ids } = await sealedMonth(5, cleanup)
      await owner().from('journal_entries').where('id', ids[rank]!).delete()
      assert.deepEqual(await faultsOf(month), [{ type: 'removed', entryId: ids[rank]! }])
    })

  test('names the rank of an entry that was removed with its seal')
    .with([0, 2, 4])
    .run(async ({ assert, cleanup }, rank) => {
      const { month, ids } = await sealedMonth(5, cleanup)
      await owner().from('journal_entries').where('id', ids[rank]!).delete()
      await owner().from('journal_seals').where('entry_id', ids[rank]!).delete()
      assert.deepEqual(await faultsOf(month), [{ type: 'ranks_removed', from: rank + 1, to: rank + 1 }])
    })

  test('names an entry that was inserted after the fact, and the job does not seal it', async ({ assert, cleanup }) => {
    const { month } = await sealedMonth(5, cleanup)
    const { id } = await writeAt(month.plus({ days: 4, hours: 1 }))
    await sealJournal(now())
    assert.isNull(await sealOf(id))
    assert.deepEqual(await faultsOf(month), [{ type: 'inserted', entryId: id }])
  })

  test('names an entry that was put in the place of another, and one that was added with a seal', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(5, cleanup)
    const { id } = await writeAt(month.plus({ days: 4, hours: 1 }))
    await owner().from('journal_seals').where('entry_id', ids[2]!).update({ entry_id: id })
    assert.deepEqual(await faultsOf(month), [
      { type: 'changed', entryId: id },
      { type: 'inserted', entryId: ids[2]! },
    ])

    const other = await sealedMonth(6, cleanup)
    const added = await writeAt(other.month.plus({ days: 8 }))
    await insert('journal_seals', { month: dateOf(other.month), rank: 6, entry_id: added.id, seal: Buffer.alloc(32) })
    assert.deepEqual(await faultsOf(other.month), [{ type: 'changed', entryId: added.id }, { type: 'end_changed' }])
  })

  test('names every entry of a month whose table was dropped', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(5, cleanup)
    await owner().rawQuery(`drop table ${tableOf(month)}`)
    assert.deepEqual(await faultsOf(month), ids.map((entryId) => ({ type: 'removed', entryId })))
  })

  test('says what is not sealed yet', async ({ assert }) => {
    await sealJournal(now())
    await asUser('', (trx) => record(trx, { actor: NOBODY, event: 'session.refused' }))
    const { unsealed, faults } = await reportOf(monthAgo(0))
    assert.deepEqual({ unsealed, faults }, { unsealed: 1, faults: [] })
    await sealJournal(now())
    assert.equal((await reportOf(monthAgo(0))).unsealed, 0)
  })

  test('gives a transaction that ends late its place after those sealed meanwhile', async ({ assert }) => {
    const late = await db.connection('staff').transaction()
    await record(late, { actor: NOBODY, event: 'session.refused', subjectId: '00000000-0000-7000-8000-00000000000a' })
    await asStaff((trx) => record(trx, { actor: NOBODY, event: 'session.refused', subjectId: '00000000-0000-7000-8000-00000000000b' }))
    await sealJournal(now())
    await late.commit()
    await sealJournal(now())

    const rankOf = async (end: string) => {
      const entries = await owner().from('journal_entries').where('subject_id', `00000000-0000-7000-8000-00000000000${end}`).orderBy('at', 'desc')
      return Number((await sealOf(entries[0].id)).rank)
    }
    assert.isAbove(await rankOf('a'), await rankOf('b'))
    assert.isEmpty(await faultsOf(monthAgo(0)))
  })

  test('keeps no writer waiting, and is one chain when several seal at once', async ({ assert }) => {
    const sealing = await db.connection('staff').transaction()
    await record(sealing, { actor: NOBODY, event: 'session.refused' })
    await sealing.rawQuery('select journal_seal()')
    await asStaff(async (trx) => {
      await trx.rawQuery("set local statement_timeout = '1s'")
      for (let count = 0; count < 20; count += 1) await record(trx, { actor: NOBODY, event: 'session.refused' })
    })
    await sealing.commit()
    await Promise.all([1, 2, 3, 4].map(() => sealJournal(now())))
    const { faults, unsealed } = await reportOf(monthAgo(0))
    assert.deepEqual({ faults, unsealed }, { faults: [], unsealed: 0 })
  })
})

test.group('node ace journal:verify', () => {
  const verify = () => runAce('journal:verify', { LOG_LEVEL: 'error' })

  test('says in French that all is right', async ({ assert, cleanup }) => {
    const { month } = await sealedMonth(5, cleanup)
    const printed = await verify()
    const name = month.setLocale('fr').toFormat('LLLL yyyy')
    assert.match(printed, new RegExp(`${name}\\s: 5\\sligne.*, la chaîne est juste`, 'i'))
    assert.include(printed, 'Le journal est intact')
  }).timeout(60_000)

  test('names what was done to it, and ends in failure', async ({ assert, cleanup }) => {
    const { ids } = await sealedMonth(5, cleanup)
    await owner().from('journal_entries').where('id', ids[1]!).update({ event: 'session.opened' })
    await owner().from('journal_entries').where('id', ids[3]!).delete()
    const failure = await verify().then(() => null, (error) => error)
    assert.equal(failure.code, 1)
    assert.include(failure.stdout, `la ligne ${ids[1]} a été changée`)
    assert.include(failure.stdout, `la ligne ${ids[3]} a été retirée`)
    assert.match(failure.stdout, /Le journal a été altéré\s: 2\sanomalies/)
  }).timeout(60_000)
})

test.group('The months of the journal', () => {
  test('are made ahead of the clock, this one and the two after it', async ({ assert, cleanup }) => {
    const month = monthAgo(-30)
    cleanup(async () => {
      for (const ahead of [0, 1, 2]) await forget(month.plus({ months: ahead }))
    })
    await sealJournal(month.plus({ days: 14 }))
    for (const ahead of [0, 1, 2]) {
      const { tableoid } = await tableHolding(month.plus({ months: ahead, days: 20 }))
      assert.equal(tableoid, tableOf(month.plus({ months: ahead })))
    }
  })

  test('begin at midnight in Paris', async ({ assert }) => {
    const midnight = monthAgo(-1)
    assert.equal((await tableHolding(midnight.minus({ milliseconds: 1 }))).tableoid, tableOf(monthAgo(0)))
    assert.equal((await tableHolding(midnight)).tableoid, tableOf(midnight))
  })

  test('may be missing: the entry is written all the same, then has its month and its seal', async ({ assert, cleanup }) => {
    const month = monthAgo(-40)
    cleanup(() => forget(month))
    const { id } = await writeAt(month.plus({ days: 3 }))
    assert.lengthOf(await rowsOf('journal_entries_default', { id }), 1)
    await sealJournal(now())
    assert.lengthOf(await rowsOf(tableOf(month), { id }), 1)
    assert.equal((await sealOf(id)).rank, '1')
    assert.isEmpty(await faultsOf(month))
  })

  test('go twelve months after their end, not an instant before; the last seal stays', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(14, cleanup)
    const edge = month.plus({ months: 13 })
    await dropExpiredMonths(edge.minus({ milliseconds: 1 }))
    assert.lengthOf(await rowsOf('journal_entries', { id: ids[0] }), 1)

    const { seal } = await sealOf(ids.at(-1)!)
    assert.include(await dropExpiredMonths(edge), dateOf(month))
    assert.isEmpty(await owner().from('journal_entries').whereIn('id', ids))
    const { dropped_at: droppedAt, last_seal: lastSeal, last_rank: lastRank } = await rowOf('journal_months', { month: dateOf(month) })
    assert.equal(droppedAt.getTime(), edge.toMillis())
    assert.deepEqual([lastSeal.toString('hex'), lastRank], [seal.toString('hex'), '5'])
    assert.isEmpty(await faultsOf(month))
  })

  test('are not gone sooner for a clock that is ahead', async ({ assert, cleanup }) => {
    const { month, ids } = await sealedMonth(5, cleanup)
    await dropExpiredMonths(now().plus({ years: 50 }))
    assert.lengthOf(await rowsOf('journal_entries', { id: ids[0] }), 1)
    assert.isEmpty(await faultsOf(month))
  })
})

test.group('The journal, for the roles of the application', () => {
  const ROLES = ['portal', 'staff'] as const
  const WRITES = [
    "update journal_entries set event = 'a.b'",
    'delete from journal_entries',
    'truncate journal_entries',
    'drop table journal_entries',
    `delete from ${tableOf(monthAgo(0))}`,
    `insert into ${tableOf(monthAgo(0))} (actor_kind, event) values ('nobody', 'session.refused')`,
    "insert into journal_entries (at, actor_kind, event) values (now() - interval '1 hour', 'nobody', 'session.refused')",
    "update journal_seals set seal = ''",
    'delete from journal_seals',
    "insert into journal_seals values (current_date, 1, uuidv7(), '')",
    'update journal_months set dropped_at = now()',
    'delete from journal_months',
    "update journal_sealing set complete_at = '-infinity'",
    `select journal_open_month('2040-01-01')`,
  ]

  test('cannot be changed, shortened, antedated nor sealed by hand')
    .with(ROLES.flatMap((role) => WRITES.map((write) => ({ role, write }))))
    .run(async ({ assert }, { role, write }) => {
      await assert.rejects(() => db.connection(role).rawQuery(write), /permission denied|must be owner/)
    })

  test('is neither sealed nor dropped by the portal', async ({ assert }) => {
    for (const call of ['journal_seal()', 'journal_prepare(now())', 'journal_drop_expired(now())']) {
      await assert.rejects(() => db.connection('portal').rawQuery(`select ${call}`), /permission denied/)
    }
  })

  test("takes nothing from the portal in the name of OSTRA's staff", async ({ assert }) => {
    const staff = { kind: 'staff', id: '00000000-0000-7000-8000-000000000001' } as const
    await assert.rejects(() => asUser('', (trx) => record(trx, { actor: staff, event: 'visit.moved' })), /row-level security/)
  })
})

/** Which table takes an entry of this instant. */
async function tableHolding(at: DateTime) {
  const { id } = await writeAt(at)
  const { rows } = await owner().rawQuery('delete from journal_entries where id = ? returning tableoid::regclass::text as tableoid', [id])
  return rows[0] as { tableoid: string }
}
