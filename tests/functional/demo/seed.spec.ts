import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { demoAccounts } from '#database/demo/account_list'
import { COMPANIES } from '#database/demo/companies'
import { ALL_COMPANIES } from '#database/demo/firms'
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
const between = async (number: Promise<number>, low: number, high: number) => low < (await number) && (await number) < high
async function column<Value = any>(trx: Trx, sql: string): Promise<Value[]> {
  return (await trx.rawQuery(sql)).rows.map(({ value }: { value: Value }) => value)
}
const OURS = `(select id from members where member_number in (${ALL_COMPANIES.map(({ number }) => `'${number}'`)}))`

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

        assert.equal(await count(trx, `employees where left_on is null and member_id in ${OURS}`), 1508)
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

  test('are a whole service: members of all sizes, three centres, eight practitioners, two years behind', async ({ assert }) => {
    const now = parisInstant('2026-11-24', '12:40').toUTC()
    await inADemo(now, async (trx) => {
      const sizes = await column(trx, `select count(*)::int as value from employees where left_on is null and member_id in ${OURS} group by member_id order by 1`)
      assert.lengthOf(sizes, 40)
      assert.deepEqual([sizes[0], sizes.at(-1)], [1, 400])
      assert.isAbove(sizes.filter((size) => size < 10).length, 15)

      for (const [category, least] of Object.entries({ SI: 900, SIA: 150, SIR: 150 })) {
        assert.isAbove(await count(trx, `employees where left_on is null and category = '${category}' and member_id in ${OURS}`), least)
      }
      const people = `practitioners where id in (select unnest(array[doctor_id, nurse_id]) from members where id in ${OURS})`
      assert.equal(await count(trx, people), 8)
      assert.equal(await count(trx, `centres where id in (select centre_id from members where id in ${OURS})`), 3)

      const twoYearsAgo = now.minus({ years: 2 }).toISO()
      for (const [state, least] of Object.entries({ held: 600, cancelled: 20, excused: 15, unexcused: 15 })) {
        assert.isAbove(await count(trx, `visits where state = '${state}' and starts_at > '${twoYearsAgo}' and member_id in ${OURS}`), least)
      }
      assert.isAbove(await count(trx, `users where password_hash is null and id in (select user_id from accesses where member_id in ${OURS})`), 3)
    })
  })

  test('leave most people up to date, some due, a few late, some to cancel in time and some too late', async ({ assert }) => {
    const now = parisInstant('2026-11-24', '12:40').toUTC()
    await inADemo(now, async (trx) => {
      const due = (when: string) => count(trx, `employees where member_id in ${OURS} and exists (select from due_visits where employee_id = employees.id and until_on ${when})`)
      assert.isTrue(await between(due(`< '2026-11-24'`), 20, 90))
      assert.isTrue(await between(due(`between '2026-11-24' and '2026-12-24'`), 40, 160))
      const convoked = (when: string) => count(trx, `visits where state = 'convoked' and starts_at ${when} and member_id in ${OURS}`)
      assert.isAbove(await convoked(`> '${now.plus({ hours: 48 }).toISO()}'`), 60)
      assert.isAbove(await convoked(`between '${now.toISO()}' and '${now.plus({ hours: 48 }).toISO()}'`), 5)
      assert.isTrue(await between(count(trx, `visit_requests where state in ('sent', 'taken') and member_id in ${OURS}`), 15, 60))
      const answers = await column(trx, `select distinct answer as value from employee_answers where member_id in ${OURS} order by 1`)
      assert.deepEqual(answers, ['coming', 'not_coming'])
    })
  })

  test('put nobody in two places, and only a doctor before an exam', async ({ assert }) => {
    await inADemo(parisInstant('2026-11-24', '12:40').toUTC(), async (trx) => {
      const places = `select slots.practitioner_id, slots.starts_at, slots.ends_at, slots.id from slots where centre_id in (select centre_id from members where id in ${OURS})`
      assert.equal(await count(trx, `(${places}) one join (${places}) other on one.practitioner_id = other.practitioner_id
        and one.id < other.id and one.starts_at < other.ends_at and other.starts_at < one.ends_at`), 0)
      assert.equal(await count(trx, `visits join practitioners on practitioners.id = practitioner_id
        where visits.kind like 'fitness%' and practitioners.kind <> 'doctor' and member_id in ${OURS}`), 0)
      assert.equal(await count(trx, `visits join slots on slots.id = visits.slot_id join members on members.id = visits.member_id
        where slots.centre_id <> members.centre_id and member_id in ${OURS}`), 0)
      const emails = await column(trx, `select member_id || email as value from employees where email is not null and member_id in ${OURS}`)
      assert.lengthOf(new Set(emails), emails.length)
    })
  })

  test('name firms that do not exist and addresses that lead nowhere', async ({ assert }) => {
    await inADemo(parisInstant('2026-11-24', '12:40'), async (trx) => {
      const members = await trx.from('members').whereRaw(`id in ${OURS}`)
      assert.lengthOf(new Set(members.map(({ siret }) => siret)), 40)
      for (const { siret } of members) {
        assert.isTrue(isSiret(siret))
        assert.match(siret, /^2199/)
      }
      const emails = await column(trx, `select email as value from employees where member_id in ${OURS} and email is not null
        union all select email from contacts where member_id in ${OURS}
        union all select email from users where id in (select user_id from accesses where member_id in ${OURS})`)
      assert.isAbove(emails.length, 1000)
      for (const email of emails) assert.match(email, /^[a-z.-]+@[a-z]+\.example$/)
    })
  })

  test('open a door to each kind of user and of staff', ({ assert }) => {
    assert.deepEqual(demoAccounts().map(({ as }) => as), [
      'holder', 'administrateur', 'rh', 'convocations', 'facturation', 'lecture', 'site', 'other', 'multi',
      'staff:administrator', 'staff:member_relations', 'staff:planner', 'staff:health', 'staff:billing', 'staff:auditor',
    ])
    for (const { as, identifier, password, totpSecret } of demoAccounts()) {
      assert.match(identifier, as === 'holder' || as === 'other' ? /^\d{7}$/ : /@/)
      assert.isAtLeast(password.length, 12)
      assert.equal(totpSecret !== undefined, as.startsWith('staff:'))
    }
  })
})
