import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asMembers } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { allActivities } from '#workflows/activities'
import { createEmployee, createRequest, createVisit, owner, rowOf, rowsOf } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { itIs } from '#tests/support/clock'
import { journalOf, workplace } from '#tests/functional/workforce/world'

// Long before what other tests write, so that the job only meets those of this one.
const NOW = DateTime.fromISO('1985-03-15T04:10:00', { zone: 'Europe/Paris' })
const archive = (now: DateTime) => allActivities({ now: async () => now }).archiveLeavers()

async function leaver(leftOn: string) {
  const place = await workplace()
  const days = { hired_on: '1975-01-06', left_on: leftOn, departure_reason: 'resignation', birth_date: '1950-01-01' }
  const gone = await createEmployee({ member: place.member, family_name: 'Partie', payroll_id: 'M42', phone: '06 12 34 56 78', needs: ['companion'], ...days })
  return { ...place, gone }
}

test.group('Those who left', () => {
  test('are in the list that one opens for three months, then behind a filter', async ({ assert, cleanup }) => {
    for (const [day, isShown] of [['2026-11-24', true], ['2026-11-25', false]] as const) {
      itIs(parisInstant(day, '10:00'), (back) => cleanup(back))
      const { member, someone } = await workplace()
      await createEmployee({ member, family_name: 'Partie', left_on: '2026-08-24' })
      assert.equal((await someone.get('/salaries')).text.includes('Partie'), isShown, day)
      assert.include((await someone.get('/salaries?presence=sortis')).text, 'Partie')
      assert.notInclude((await someone.get('/salaries?presence=presents')).text, 'Partie')
    }
  })

  test('for as long as a setting says', async ({ assert, cleanup }) => {
    itIs(parisInstant('2027-01-10', '10:00'), (back) => cleanup(back))
    const { member, someone } = await workplace()
    await createEmployee({ member, family_name: 'Partie', left_on: '2026-08-24' })
    await owner().from('settings').where('key', 'show_leavers').delete()
    await insert('settings', { key: 'show_leavers', value: JSON.stringify({ months: 6 }) })
    cleanup(() => owner().from('settings').where('key', 'show_leavers').delete().then(() => {}))
    assert.include((await someone.get('/salaries')).text, 'Partie')
  })

  test('are archived when their time is over, not on the day itself', async ({ assert }) => {
    const { gone } = await leaver('1980-03-15')
    await archive(NOW)
    assert.isNull((await rowOf('employees', { id: gone.id })).archived_at)
    assert.isAbove(await archive(NOW.plus({ days: 1 })), 0)
    assert.isNotNull((await rowOf('employees', { id: gone.id })).archived_at)
  })

  test('keep their name for the visits that were held, and nothing more', async ({ assert }) => {
    const { member, gone } = await leaver('1979-06-30')
    await insert('national_ids', { employee_id: gone.id, member_id: member.id, sealed: 'x' })
    const change = { employee_id: gone.id, member_id: member.id, subject: 'employee', subject_id: gone.id, at: '1979-01-01T00:00:00Z' }
    await insert('employment_changes', { ...change, before: '{"email":"a"}', after: '{"email":"b"}' })
    await archive(NOW)
    const row = await rowOf('employees', { id: gone.id })
    assert.include(row, { family_name: 'Partie', email: null, phone: null, payroll_id: null })
    assert.isEmpty(row.needs)
    for (const table of ['national_ids', 'employment_changes']) assert.isEmpty(await rowsOf(table, { employee_id: gone.id }), table)
    assert.lengthOf(await journalOf(gone), 1)
    assert.equal(await archive(NOW), 0)
    assert.lengthOf(await journalOf(gone), 1)
  })

  test('are nowhere in the portal once archived, whatever is asked', async ({ assert }) => {
    const { member, gone, someone } = await leaver('1979-06-30')
    await archive(NOW)
    for (const path of ['', '/modifier', '/poste', '/sortie', '/arrets']) assert.equal((await someone.get(`/salaries/${gone.id}${path}`)).status, 404, path)
    for (const address of ['/salaries?presence=tous', '/salaries?presence=sortis&q=partie', '/salaries.csv?presence=tous']) {
      assert.notInclude((await someone.get(address)).html.replaceAll('value="partie"', '').replaceAll('q=partie', ''), 'Partie', address)
    }
    assert.equal((await someone.get(`/demandes/nouvelle?salarie=${gone.id}`)).status, 404)
    assert.isEmpty(await asMembers([member.id], (trx) => trx.from('employees').where('id', gone.id)))
  })

  test('wait while a visit or a request of theirs is open', async ({ assert }) => {
    const [one, other] = [await leaver('1979-06-30'), await leaver('1979-06-30')]
    await createVisit({ employee: one.gone, startsAt: NOW.plus({ days: 3 }) })
    await createRequest({ employee: other.gone, kind: 'post_exposure', requestedAt: NOW.minus({ days: 3 }) })
    await archive(NOW)
    for (const { gone } of [one, other]) assert.isNull((await rowOf('employees', { id: gone.id })).archived_at)
  })
})
