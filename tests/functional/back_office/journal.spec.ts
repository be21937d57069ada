import { test } from '@japa/runner'
import { adminOf } from '#back_office/registers/admin'
import { visibleColumns } from '#back_office/registers/register'
import type { SecuredResource } from '#back_office/registers/secured_resource'
import type { StaffRole } from '#core/http/policy'
import { createMember, insert, rowsOf } from '#tests/support/factories'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

async function world() {
  const member = await createMember()
  const entry = (event: string) => insert('journal_entries', { actor_kind: 'nobody', event, member_id: member.id, place: event.startsWith('page') ? 'salaries.index' : null })
  for (const event of ['visit.confirmed', 'visit_request.sent', 'page.refused']) await entry(event)
  return { member }
}

const linesOf = (csv: string) => csv.trim().split('\r\n').slice(1)

test.group('The journal, for the staff', () => {
  test('is read by an auditor in French, filtered by kind of act and by company', async ({ assert }) => {
    const { member } = await world()
    const auditor = await staffAs('auditor')
    const page = await auditor.get('/admin/resources/journal')
    assert.equal(page.status, 200)
    assert.includeMembers(page.links, ['/admin/resources/journal/export.csv', '/admin/resources/journal/export.xlsx'])
    const company = `filters.entreprise=${encodeURIComponent(`Menuiserie ${member.number}`)}`
    const listed = async (query: string) =>
      JSON.parse((await auditor.get(`/admin/api/resources/journal/actions/list?${company}${query}`)).html).records.map(({ params }: any) => params.evenement)
    assert.sameMembers(await listed(''), ['Venue confirmée par le salarié', 'Demande envoyée', 'Page ou acte refusé, faute de droit'])
    assert.deepEqual(await listed('&filters.acte=refusal'), ['Page ou acte refusé, faute de droit'])
  })

  test('is exported with its filters, once in the journal itself, for who may read it only', async ({ assert }) => {
    const { member } = await world()
    const auditor = await staffAs('auditor')
    const filtered = `?filters.acte=request&filters.entreprise=${encodeURIComponent(`Menuiserie ${member.number}`)}`
    const csv = await auditor.get(`/admin/resources/journal/export.csv${filtered}`)
    assert.equal(csv.status, 200)
    assert.deepEqual(linesOf(csv.html).map((line) => line.split(';')[1]), ['Demande envoyée'])
    const [row, ...others] = await rowsOf('journal_entries', { event: 'list.exported', actor_id: auditor.staff.id })
    assert.isEmpty(others)
    assert.deepEqual([row.actor_kind, row.place, row.member_id], ['staff', 'registers.journal', null])
    assert.equal((await auditor.get('/admin/resources/journal/export.xlsx')).html.slice(0, 2), 'PK')

    const planner = await staffAs('planner')
    assert.equal((await planner.get('/admin/resources/journal/export.csv')).status, 403)
    assert.isEmpty(await rowsOf('journal_entries', { event: 'list.exported', actor_id: planner.staff.id }))
    const [refused] = await rowsOf('journal_entries', { event: 'page.refused', actor_id: planner.staff.id })
    assert.deepEqual([refused.actor_kind, refused.place], ['staff', 'registers.csv'])
  })

  test('gives no file for a filter that is closed or cannot be read', async ({ assert }) => {
    const auditor = await staffAs('auditor')
    assert.equal((await auditor.get('/admin/resources/journal/export.csv?filters.objet=1')).status, 403)
    assert.equal((await auditor.get('/admin/resources/journal/export.csv?filters.date_du=hier')).status, 400)
    assert.equal((await auditor.get('/admin/resources/inconnu/export.csv')).status, 404)
  })
})

test.group('Why a visit was cancelled', () => {
  const columnsOf = (role: StaffRole) => visibleColumns((adminOf(role).findResource('annulations') as SecuredResource).register)

  test('is read by who plans', ({ assert }) => {
    for (const role of ['administrator', 'planner'] as const) assert.include(columnsOf(role), 'motif', role)
  })

  test('is not in the register of who answers members or audits', ({ assert }) => {
    for (const role of ['member_relations', 'auditor'] as const) {
      assert.notInclude(columnsOf(role), 'motif', role)
      assert.include(columnsOf(role), 'limite', role)
    }
  })
})
