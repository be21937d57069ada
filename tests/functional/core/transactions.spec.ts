import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { createMember, createVisit, owner, rowOf } from '#tests/support/factories'
import { inDays } from '#tests/support/clock'

test.group('A transaction', () => {
  test('throws when its commit is refused: nothing is said to be done that is not', async ({ assert }) => {
    const visit = await createVisit({ startsAt: inDays(9, '10:00') })
    const nobody = '01900000-0000-7000-8000-000000000000'
    // A foreign key that is only looked at when the transaction commits.
    await assert.rejects(() => asStaff((trx) => trx.from('slots').where('visit_id', visit.id).update({ visit_id: nobody })), /slots_visit_id_fkey/)
    assert.exists(await rowOf('slots', { visit_id: visit.id }))
  })

  test('throws when its connection is lost before the commit', async ({ assert }) => {
    const { id, name } = await createMember()
    await assert.rejects(() =>
      asStaff(async (trx) => {
        await trx.from('members').where('id', id).update({ company_name: 'Autre' })
        const { rows } = await trx.rawQuery('select pg_backend_pid() as pid')
        await owner().rawQuery('select pg_terminate_backend(?)', [rows[0].pid])
      })
    )
    assert.equal((await rowOf('members', { id })).company_name, name)
  })
})
