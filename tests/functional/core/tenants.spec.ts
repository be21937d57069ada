import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { asMembers, asStaff, asUser } from '#core/tenants'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createUser, createVisit } from '#tests/support/factories'

const owner = () => db.connection('migration')
const portal = () => db.connection('portal')

/** Tables of the schema that carry a member. */
async function tablesOfMembers(): Promise<string[]> {
  const { rows } = await owner().rawQuery(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'member_id' order by 1`
  )
  return rows.map((row: { table_name: string }) => row.table_name)
}

test.group('Row-level security', () => {
  test('guards every table that carries a member', async ({ assert }) => {
    const { rows } = await owner().rawQuery(`select relname from pg_class where relkind in ('r', 'p') and relrowsecurity`)
    const guarded = rows.map((row: { relname: string }) => row.relname)
    const tables = await tablesOfMembers()
    assert.isAbove(tables.length, 8)
    assert.includeMembers(guarded, tables)
  })

  test('shows nothing to a query of the portal that forgot its scope', async ({ assert }) => {
    const member = await createMember()
    await createEmployee({ member })
    assert.isNotEmpty(await owner().from('employees').where('member_id', member.id))
    for (const table of ['members', 'employees', 'contacts', 'visits', 'visit_requests', 'users']) {
      assert.isEmpty(await portal().from(table).select('id').limit(1), table)
    }
  })

  test('shows the rows of the members named, and of no other', async ({ assert }) => {
    const [mine, foreign] = [await createMember(), await createMember()]
    await createEmployee({ member: mine })
    await createEmployee({ member: foreign })
    const seen = await asMembers([mine.id], (trx) => trx.from('employees').select('member_id'))
    assert.deepEqual([...new Set(seen.map((row) => row.member_id))], [mine.id])
    const asked = await asMembers([mine.id], (trx) => trx.from('employees').where('member_id', foreign.id))
    assert.isEmpty(asked)
  })

  test("refuses to write another member's row", async ({ assert }) => {
    const [mine, foreign] = [await createMember(), await createMember()]
    const employee = await createEmployee({ member: foreign })
    const row = { member_id: foreign.id, employee_id: employee.id, kind: 'follow_up' }
    await assert.rejects(() => asMembers([mine.id], (trx) => trx.insertQuery().table('visit_requests').insert(row)), /row-level security/)
  })

  test('hides a visit that the employer must not know of, and shows it to staff', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member })
    const { id } = await createVisit({ employee, startsAt: inDays(9, '10:00'), visible: false })
    assert.isEmpty(await asMembers([member.id], (trx) => trx.from('visits').where('id', id)))
    assert.lengthOf(await asStaff((trx) => trx.from('visits').where('id', id)), 1)
  })

  test("lets a user see their own row and nobody else's", async ({ assert }) => {
    const member = await createMember()
    const [me, other] = [await createUser({ member }), await createUser({ member })]
    const seen = await asUser(me.id, (trx) => trx.from('users').select('id').whereIn('id', [me.id, other.id]))
    assert.deepEqual(seen.map(({ id }) => id), [me.id])
  })

  test('holds under roles that cannot pass by it', async ({ assert }) => {
    const { rows } = await owner().rawQuery(
      `select rolname, rolsuper, rolbypassrls from pg_roles where rolname in ('ostra_portal', 'ostra_staff')`
    )
    assert.lengthOf(rows, 2)
    for (const { rolsuper, rolbypassrls } of rows) assert.isFalse(rolsuper || rolbypassrls)
  })
})
