import { test } from '@japa/runner'
import { asMembers, asUser, type Trx } from '#core/tenants'
import { rightsOf } from '#identity/rules/rights'
import { inDays } from '#tests/support/clock'
import { createAccess, createDueVisit, createEmployee, createMember, createMessage, createRequest, createUser, createVisit, insert, owner, type Employee, type Member } from '#tests/support/factories'

const site = (member: Member, name: string) => insert('sites', { member_id: member.id, name })

/** What happens to an employee, a row in each table that says whose it is. */
async function aLife(employee: Employee, by: { id: string }) {
  const ids = { member_id: employee.memberId, employee_id: employee.id }
  const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
  const next = await createVisit({ employee, startsAt: inDays(12, '10:00') })
  const request = await createRequest({ employee })
  await createDueVisit({ employee })
  const of = { visit_id: visit.id, member_id: employee.memberId }
  await insert('acknowledgements', { ...of, user_id: by.id })
  await insert('cancellations', { ...of, asked_by_user: by.id, reason: 'Salarié en congé', decision: 'refused', limit_at: inDays(7, '10:00') })
  await insert('substitutions', { ...of, new_visit_id: next.id, asked_by_user: by.id })
  await insert('employee_answers', { ...of, sequence: 0, answer: 'coming', at: inDays(0, '10:00') })
  await insert('notifications', { ...of, kind: 'visit_convoked', visit_starts_at: inDays(9, '10:00'), at: inDays(0, '10:00') })
  await insert('notifications', { member_id: employee.memberId, visit_request_id: request.id, kind: 'request_taken', at: inDays(0, '10:00') })
  await createMessage({ request, user: by })
  await insert('request_readings', { member_id: employee.memberId, visit_request_id: request.id, user_id: by.id, read_at: inDays(0, '10:00') })
  await insert('follow_ups', { ...ids, computed_on: '2026-11-24' })
  await insert('stoppages', { ...ids, origin: 'illness', first_day: '2026-11-02', last_day: '2026-11-06' })
  await insert('national_ids', { ...ids, sealed: 'x' })
  await insert('employment_changes', { ...ids, subject: 'employee', subject_id: employee.id, after: { job_title: 'Menuisière' }, at: inDays(0, '10:00') })
  return { visit, request }
}

/** A member with two sites, somebody at each and somebody at none, and a user who only sees the first. */
async function twoSites() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true })
  const [near, far] = [await site(member, 'Atelier de Vern'), await site(member, 'Chantier de Brest')]
  const { user } = await createAccess({ member, siteIds: [near.id] })
  const [seen, unseen, nowhere] = [
    await createEmployee({ member, site_id: near.id, family_name: 'Vue' }),
    await createEmployee({ member, site_id: far.id, family_name: 'Cachée' }),
    await createEmployee({ member, family_name: 'Sans site' }),
  ]
  return { member, holder, user, near, far, seen, unseen, nowhere }
}

/** Tables with rows of a member's employees that the portal may read. */
async function tablesOfEmployees(): Promise<string[]> {
  const { rows } = await owner().rawQuery(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name in ('employee_id', 'visit_id', 'visit_request_id')
       and exists (select from information_schema.columns as other where other.table_name = columns.table_name and other.column_name = 'member_id')
       and exists (select from pg_policies where tablename = table_name and 'ostra_portal' = any (roles) and permissive = 'PERMISSIVE')
     group by table_name order by table_name`
  )
  return rows.map((row: { table_name: string }) => row.table_name)
}

const countIn = (memberIds: string[], userId: string, table: string) =>
  asMembers(memberIds, async (trx) => Number((await trx.from(table).count('* as total').first()).total), userId)

test.group('A limit to some sites', () => {
  test('is on every table with rows of employees', async ({ assert }) => {
    const tables = await tablesOfEmployees()
    const { rows } = await owner().rawQuery("select tablename from pg_policies where policyname = 'sites' and permissive = 'RESTRICTIVE'")
    const limited = rows.map((row: { tablename: string }) => row.tablename)
    assert.includeMembers(tables, ['visits', 'due_visits', 'acknowledgements', 'employee_answers', 'notifications', 'posts', 'stoppages'])
    assert.deepEqual(tables.filter((table) => !limited.includes(table)), [])
    assert.includeMembers(limited, ['employees', 'sites'])
  })

  test('shows the rows of their employees, table by table, and all of them to somebody without a limit', async ({ assert }) => {
    const { member, holder, user, seen, unseen, nowhere } = await twoSites()
    for (const employee of [seen, unseen, nowhere]) await aLife(employee, holder)
    const tables = [...(await tablesOfEmployees()), 'employees']
    for (const table of tables) {
      const [all, limited] = [await countIn([member.id], holder.id, table), await countIn([member.id], user.id, table)]
      assert.isAbove(all, 0, `${table} has no row to hide`)
      assert.equal(limited * 3, all, table)
    }
    const names = await asMembers([member.id], (trx) => trx.from('employees').select('family_name'), user.id)
    assert.deepEqual(names, [{ family_name: 'Vue' }])
  })

  test('holds over several members at once, for those where there is one', async ({ assert }) => {
    const { member, user, seen } = await twoSites()
    const other = await createMember()
    const free = await createEmployee({ member: other })
    await insert('accesses', { user_id: user.id, member_id: other.id, rights: rightsOf('rh') })
    const ids = await asMembers([member.id, other.id], (trx) => trx.from('employees').select('id'), user.id)
    assert.sameMembers(ids.map(({ id }) => id), [seen.id, free.id])
  })

  test('is not the one that a revoked access had', async ({ assert }) => {
    const { member, user, far, unseen } = await twoSites()
    await owner().from('accesses').where('user_id', user.id).update({ revoked_at: new Date() })
    await insert('accesses', { user_id: user.id, member_id: member.id, rights: rightsOf('rh'), site_ids: [far.id] })
    const ids = await asMembers([member.id], (trx) => trx.from('employees').select('id'), user.id)
    assert.deepEqual(ids.map(({ id }) => id), [unseen.id])
  })

  test('refuses to write for an employee of another site, or to move one there', async ({ assert }) => {
    const { member, user, far, seen, unseen } = await twoSites()
    const write = (work: Parameters<typeof asMembers>[1]) => asMembers([member.id], work, user.id)
    const row = { member_id: member.id, employee_id: unseen.id, kind: 'follow_up' }
    await assert.rejects(() => write((trx) => trx.insertQuery().table('visit_requests').insert(row)), /row-level security/)
    await assert.rejects(() => write((trx) => trx.from('employees').where('id', seen.id).update({ site_id: far.id })), /row-level security/)
    await assert.rejects(() => write((trx) => trx.from('employees').where('id', seen.id).update({ site_id: null })), /row-level security/)
    assert.equal(Number(await write((trx) => trx.from('employees').where('id', unseen.id).update({ job_title: 'Autre' }))), 0)
  })

  test('counts behind the bell what concerns their employees', async ({ assert }) => {
    const { member, holder, user, seen, unseen } = await twoSites()
    for (const employee of [seen, unseen]) await aLife(employee, holder)
    await owner().from('accesses').where('member_id', member.id).update({ notifications_seen_at: '2020-01-01' })
    const count = (userId: string) => asUser(userId, async (trx) => (await trx.rawQuery('select count_new_notifications(?) as counts', [userId])).rows[0].counts)
    assert.equal((await count(user.id))[member.id], 2)
    assert.equal((await count(holder.id))[member.id], 4)
  })

  test('takes no site of another member, nor of an administrator', async ({ assert }) => {
    const { member, near } = await twoSites()
    const other = await createMember()
    await assert.rejects(() => createUser({ member: other, preset: 'rh', siteIds: [near.id] }), /site of another member/)
    await assert.rejects(() => createUser({ member, siteIds: [near.id] }), /accesses_administrator_of_every_site/)
  })
})

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Plans'?: Plan[]; 'Parent Relationship'?: string }

/** How a query goes: its nodes and indexes, without the parts that it would only ask somebody limited for. */
const shape = (plan: Plan): unknown[] => [
  plan['Node Type'],
  // Two indexes find an id equally well.
  plan['Index Name']?.replace('employees_id_member_id_key', 'employees_pkey'),
  ...(plan.Plans ?? []).filter((one) => one['Parent Relationship'] !== 'SubPlan').map(shape),
]

const LISTS = {
  'the list of employees': `select employees.id, due.until_on, sites.name from employees left join sites on sites.id = employees.site_id
     left join (select employee_id, min(until_on) as until_on from due_visits where member_id = $ group by employee_id) as due on due.employee_id = employees.id
     where employees.member_id = $ and left_on is null order by family_name, first_name limit 25`,
  'what is due': `select due_visits.id from due_visits join employees on employees.id = due_visits.employee_id
     where due_visits.member_id = $ and until_on <= '2026-12-24' order by until_on limit 50`,
  'how many are due': "select count(*) from due_visits where member_id = $ and until_on < '2026-11-24'",
  'convocations to come': "select id from visits where member_id = $ and state = 'convoked' and starts_at > '2026-11-24' order by starts_at limit 50",
}

async function crowd(trx: Trx, memberId: string, count: number) {
  await trx.rawQuery(
    `insert into employees (member_id, family_name, first_name, birth_date, job_title, category, hired_on)
     select ?, 'Nom' || n, 'Prénom' || n, '1990-05-12', 'Menuisière', 'SI', '2024-03-04' from generate_series(1, ?::int) as n`,
    [memberId, count]
  )
  await trx.rawQuery(
    `insert into due_visits (employee_id, member_id, kind, until_on, articles)
     select id, member_id, 'periodic_information', date '2026-06-01' + (row_number() over ())::int, '{}' from employees where member_id = ?`,
    [memberId]
  )
}

// The owner may not take the portal's role: until the end of the transaction the portal's policies hold for it too.
async function seeAsThePortal(trx: Trx) {
  const { rows } = await trx.rawQuery("select tablename, policyname from pg_policies where 'ostra_portal' = any (roles)")
  for (const { tablename, policyname } of rows) await trx.rawQuery(`alter policy ${policyname} on ${tablename} to ostra_portal, current_user`)
  for (const table of new Set(rows.map((row: { tablename: string }) => row.tablename))) await trx.rawQuery(`alter table ${table} force row level security`)
}

test.group('A limit that nobody has', () => {
  test('changes nothing in how the database finds {$self}, among 1,500 employees')
    .with(Object.keys(LISTS) as (keyof typeof LISTS)[])
    .run(async ({ assert }, list) => {
      const [member, neighbour] = [await createMember(), await createMember()]
      const trx = await owner().transaction()
      try {
        for (const [memberId, count] of [[member.id, 1500], [neighbour.id, 6000]]) await crowd(trx, memberId as string, count as number)
        await trx.rawQuery('analyze employees, due_visits, visits, sites')
        await seeAsThePortal(trx)
        const explain = async () => {
          await trx.rawQuery("select set_config('app.member_ids', ?, true)", [member.id])
          const { rows } = await trx.rawQuery(`explain (format json) ${LISTS[list].replaceAll('$', `'${member.id}'`)}`)
          return shape(rows[0]['QUERY PLAN'][0].Plan)
        }
        const withLimits = await explain()
        const { rows } = await trx.rawQuery("select tablename from pg_policies where policyname = 'sites'")
        for (const { tablename } of rows) await trx.rawQuery(`drop policy sites on ${tablename}`)
        assert.deepEqual(withLimits, await explain())
      } finally {
        await trx.rollback()
      }
    })
})
