import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { demoAccounts } from '#database/demo/account_list'
import { COMPANIES } from '#database/demo/companies'
import { findExamples } from '#database/demo/examples'
import { seedDemo } from '#database/demo/seed'
import { openNewDays } from '#database/demo/new_days'
import { convokeMissing } from '#database/demo/top_up'
import { parisInstant } from '#shared/dates'
import { isSiret } from '#shared/identifiers'

const DAYS = [
  { what: 'an ordinary Tuesday', day: '2026-11-24', time: '12:40' },
  { what: 'a Saturday noon before a Monday that is a holiday', day: '2027-03-27', time: '12:00' },
  { what: 'the night in which clocks change', day: '2027-03-28', time: '01:30' },
  { what: 'Christmas Eve after office hours', day: '2026-12-24', time: '18:10' },
  { what: 'New Year at midnight', day: '2027-01-01', time: '00:05' },
  { what: '29 February at dawn', day: '2028-02-29', time: '06:00' },
]

const hashNothing = async () => 'not a hash'

/** Everything is undone: the suite keeps its database to itself. */
async function inADemo(now: DateTime, look: (trx: Trx, members: { memberId: string; strangerId: string }) => Promise<void>) {
  const trx = await db.connection('migration').transaction()
  try {
    await seedDemo(trx, hashNothing, now)
    const idOf = async (rank: number) => (await trx.from('members').where('member_number', COMPANIES[rank]!.number).firstOrFail()).id
    await look(trx, { memberId: await idOf(0), strangerId: await idOf(1) })
  } finally {
    await trx.rollback()
  }
}

const count = async (trx: Trx, sql: string) => Number((await trx.rawQuery(`select count(*) as n from ${sql}`)).rows[0].n)
const OURS = `(select id from members where member_number in (${COMPANIES.map(({ number }) => `'${number}'`)}))`

test.group('The demo data', () => {
  test('are complete on {what}')
    .with(DAYS)
    .run(async ({ assert }, { day, time }) => {
      const now = parisInstant(day, time).toUTC()
      await inADemo(now, async (trx, members) => {
        const examples = await findExamples(trx, members, now)
        assert.match(examples.cancellable!, /^\/convocations\/[0-9a-f-]{36}$/)
        assert.match(examples.tooLate!, /^\/convocations\/[0-9a-f-]{36}$/)
        assert.match(examples.requestable!, /^\/salaries\/[0-9a-f-]{36}$/)
        assert.match(examples.foreign!, /^\/salaries\/[0-9a-f-]{36}$/)

        assert.equal(await count(trx, `employees where left_on is null and member_id in ${OURS}`), 116)
        assert.isAbove(await count(trx, `visits where state = 'held' and member_id in ${OURS}`), 100)
        const states = await trx.from('visit_requests').distinct('state').whereRaw(`member_id in ${OURS}`).orderBy('state')
        assert.deepEqual(states.map(({ state }) => state), ['cancelled', 'held', 'planned', 'refused', 'sent', 'taken'])
        assert.equal(await count(trx, `visits where state <> 'convoked' and workflow_ended_at is null and member_id in ${OURS}`), 0)
        assert.equal(await count(trx, `visits where convoked_at > '${now.toISO()}' and member_id in ${OURS}`), 0)
      })
    })

  test('still hold every example when the demo is started again days later', async ({ assert }) => {
    const now = parisInstant('2026-11-24', '12:40').toUTC()
    await inADemo(now, async (trx, members) => {
      for (const days of [3, 11, 70]) {
        const later = now.plus({ days })
        await openNewDays(trx, later)
        await convokeMissing(trx, members.memberId, await findExamples(trx, members, later), later)
        const examples = await findExamples(trx, members, later)
        assert.isTrue(Object.values(examples).every((address) => address !== null), `${days} days later: ${JSON.stringify(examples)}`)
        const lastDay = later.plus({ days: 58 }).toISO()
        assert.isAbove(await count(trx, `slots where visit_id is null and starts_at > '${lastDay}'`), 0)
      }
    })
  })

  test('name firms that do not exist and addresses that lead nowhere', async ({ assert }) => {
    await inADemo(parisInstant('2026-11-24', '12:40'), async (trx) => {
      const members = await trx.from('members').whereRaw(`id in ${OURS}`)
      for (const { siret } of members) {
        assert.isTrue(isSiret(siret))
        assert.match(siret, /^2199/)
      }
      const { rows } = await trx.rawQuery(`select email from employees where member_id in ${OURS} and email is not null
        union all select email from contacts where member_id in ${OURS}`)
      assert.isAbove(rows.length, 60)
      for (const { email } of rows) assert.match(email, /^[a-z.-]+@[a-z]+\.example$/)
    })
  })

  test('open a door to each kind of user and of staff', ({ assert }) => {
    assert.deepEqual(demoAccounts().map(({ as }) => as), [
      'holder', 'administrateur', 'rh', 'convocations', 'facturation', 'lecture', 'other', 'multi',
      'staff:administrator', 'staff:member_relations', 'staff:planner', 'staff:health', 'staff:billing', 'staff:auditor',
    ])
    for (const { as, identifier, password, totpSecret } of demoAccounts()) {
      assert.match(identifier, as === 'holder' || as === 'other' ? /^\d{7}$/ : /@/)
      assert.isAtLeast(password.length, 12)
      assert.equal(totpSecret !== undefined, as.startsWith('staff:'))
    }
  })
})
