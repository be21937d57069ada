import { readFileSync, readdirSync } from 'node:fs'
import { now } from '#core/clock'
import { asStaff } from '#core/tenants'
import { refresh } from '#follow_up'
import { explain } from '#follow_up/rules/explain'
import { addDays, parisDay } from '#shared/dates'
import { createMember, owner } from '#tests/support/factories'
import { compare, type Bench, type Times } from './measure.js'

const CASES = new URL('../tests/unit/follow_up/cases/', import.meta.url)
const EXPLAINED = 10_000
const SOME = 1_500
const MANY = 20_000

/** An answer to "why this date?" waits for nobody; a night is long enough for a hundred thousand people. */
const LIMITS = { explained: 5_000, some: 5_000, many: 60_000 }

const bench: Bench = async () => {
  const text = JSON.stringify({ cases: manyCases() })
  const ids = await aWorkforce()
  const today = parisDay(now())
  const few = { rounds: 3, warmUp: 1 }
  const explained = await compare({ [`explain of ${EXPLAINED} cases`]: async () => void explain(text) }, few)
  // A day later each time, so that each refresh writes.
  const written = await compare({ [`refresh of ${SOME} employees`]: (round) => asStaff((trx) => refresh(trx, ids.slice(0, SOME), addDays(today, round))) }, few)
  const whole = await compare({ [`refresh of ${MANY} employees`]: (round) => asStaff((trx) => refresh(trx, ids, addDays(today, round))) }, { rounds: 1, warmUp: 1 })
  mustTakeLess(explained, LIMITS.explained)
  mustTakeLess(written, LIMITS.some)
  mustTakeLess(whole, LIMITS.many)
}

function manyCases(): object[] {
  const known = readdirSync(CASES).flatMap((file) => JSON.parse(readFileSync(new URL(file, CASES), 'utf8')).cases as object[])
  return Array.from({ length: EXPLAINED }, (_, index) => known[index % known.length]!)
}

/** People with posts, stoppages and nothing held yet. */
async function aWorkforce(): Promise<string[]> {
  const member = await createMember()
  await owner().rawQuery(
    `with people as (
       insert into employees (member_id, family_name, first_name, birth_date, job_title, category, hired_on)
       select :member, 'Bench', 'Nº ' || n, date '1965-01-01' + (n * 37) % 14000, 'Poste', 'SI', date '2019-01-01' + (n * 11) % 2800
       from generate_series(1, :many::int) as n returning id, member_id, hired_on),
     posts as (
       insert into posts (employee_id, member_id, from_on, job_title, risks, night)
       select id, member_id, hired_on, 'Poste', case when extract(day from hired_on)::int % 4 = 0 then array['asbestos'] else '{}' end, extract(day from hired_on)::int % 7 = 0
       from people)
     insert into stoppages (employee_id, member_id, origin, first_day, last_day)
     select id, member_id, 'illness', date '2026-09-01', date '2026-11-15' from people where extract(day from hired_on)::int % 5 = 0`,
    { member: member.id, many: MANY }
  )
  return (await owner().from('employees').select('id').where('member_id', member.id).orderBy('id')).map(({ id }) => id)
}

function mustTakeLess(times: Record<string, Times>, limit: number) {
  for (const [what, { least }] of Object.entries(times)) {
    if (least > limit) throw new Error(`${what}: ${least.toFixed(0)} ms, over ${limit} ms`)
  }
}

export default bench
