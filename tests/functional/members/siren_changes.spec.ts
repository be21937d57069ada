import { test } from '@japa/runner'
import { existsSync, readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { now } from '#core/clock'
import { addDays, parisDay } from '#shared/dates'
import { PDF, createMember, createSirenChange, createUser, rowOf, rowsOf, someSiret } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

const day = (days: number) => addDays(parisDay(now()), days)
const french = (date: string) => date.split('-').reverse().join('/')
const kept = () => {
  const folder = app.makePath(process.env.FILES_PATH ?? '.data/files', 'siren_changes')
  return existsSync(folder) ? readdirSync(folder).length : 0
}

async function setting() {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  return { member, user, someone: await signedInAs(user) }
}

const form = (siret: string, changes: Record<string, string> = {}) => ({ motif: 'merger', siret, raison_sociale: 'Menuiserie Nouvelle', date_effet: french(day(0)), ...changes })
const proof = (content: Buffer | string = PDF, name = 'kbis.pdf') => ({ name, content })

test.group('Changing the SIREN', () => {
  test('is asked with its proof, and changes nothing before OSTRA accepts', async ({ assert }) => {
    const { member, someone } = await setting()
    const siret = await someSiret()
    await someone.get('/entreprise/siren')
    const sent = await someone.upload('/entreprise/siren', 'justificatif', proof(), form(siret))
    const page = await someone.follow(sent)
    assert.include(page.text, "Rien ne change avant la réponse d'OSTRA")
    const change = await rowOf('siren_changes', { member_id: member.id })
    assert.deepInclude(change, { new_siret: siret, state: 'received', former_name: member.name })
    assert.notEqual((await rowOf('members', { id: member.id })).siret, siret)
    assert.lengthOf(await rowsOf('outbox_messages', { subject_id: change.id }), 1)
    assert.lengthOf(await rowsOf('journal_entries', { member_id: member.id, event: 'siren_change.sent' }), 1)

    const file = await someone.get(`/entreprise/siren/${change.id}/justificatif`)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.match(file.headers.get('content-disposition')!, /^attachment; filename="justificatif-\d{4}-\d\d-\d\d\.pdf"$/)
    assert.lengthOf(await rowsOf('journal_entries', { member_id: member.id, event: 'siren_change.proof_downloaded' }), 1)
  })

  test('without a proof, with a page that says it is a PDF, or a wrong number is refused, writes nothing and keeps no file', async ({ assert }) => {
    const { member, someone } = await setting()
    const siret = await someSiret()
    await someone.get('/entreprise/siren')
    const before = kept()
    const none = await someone.post('/entreprise/siren', form(siret))
    assert.equal(none.status, 422)
    assert.include(none.text, 'Joignez le justificatif')
    const page = await someone.upload('/entreprise/siren', 'justificatif', proof('<html><script>', 'kbis.pdf'), form(siret))
    assert.equal(page.status, 422)
    const large = await someone.upload('/entreprise/siren', 'justificatif', proof(Buffer.alloc(10 * 1024 * 1024 + 1)), form(siret))
    assert.equal(large.status, 422)
    const wrong = await someone.upload('/entreprise/siren', 'justificatif', proof(), form('73282932000075', { date_effet: '31/02/2026' }))
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, "n'existe pas")
    const number = await someone.upload('/entreprise/siren', 'justificatif', proof(), form('73282932000075'))
    assert.include(number.text, 'Ce SIRET ne tombe pas juste')
    assert.isEmpty(await rowsOf('siren_changes', { member_id: member.id }))
    assert.equal(kept(), before)
  })

  test('is one at a time', async ({ assert }) => {
    const { member, someone, user } = await setting()
    const siret = await someSiret()
    await someone.get('/entreprise/siren')
    const first = someone.page
    await createSirenChange({ member, user })
    assert.equal((await someone.get('/entreprise/siren')).status, 409)
    someone.page = first
    const second = await someone.upload('/entreprise/siren', 'justificatif', proof(), form(siret))
    assert.equal(second.status, 409)
    assert.lengthOf(await rowsOf('siren_changes', { member_id: member.id }), 1)
  })

  test("of another member is not found, nor its proof", async ({ assert }) => {
    const { someone } = await setting()
    const foreign = await setting()
    const change = await createSirenChange({ member: foreign.member, user: foreign.user })
    for (const path of ['', '/justificatif']) assert.equal((await someone.get(`/entreprise/siren/${change.id}${path}`)).status, 404)
  })
})

test.group('Deciding on a SIREN', () => {
  test('is taken, then accepted: the numbers change and the former ones stay in the history', async ({ assert }) => {
    const { member, someone, user } = await setting()
    const former = await rowOf('members', { id: member.id })
    const change = await createSirenChange({ member, user, former_siret: former.siret, former_name: former.company_name })
    const clerk = await staffAs('member_relations')
    assert.include((await clerk.get(`/admin/siren?recherche=${member.number}`)).text, member.name)
    await clerk.get(`/admin/siren/${change.id}`)
    await clerk.post(`/admin/siren/${change.id}/prise-en-charge`)
    assert.include((await someone.get(`/entreprise/siren/${change.id}`)).text, "En cours d'examen")
    await clerk.get(`/admin/siren/${change.id}`)
    await clerk.post(`/admin/siren/${change.id}/acceptation`)

    assert.deepInclude(await rowOf('members', { id: member.id }), { siret: change.new_siret, siren: change.new_siret.slice(0, 9), company_name: 'Menuiserie Nouvelle' })
    const page = await someone.get(`/entreprise/siren/${change.id}`)
    assert.include(page.text, 'Les nouveaux numéros sont en vigueur')
    assert.include(page.text, former.company_name)
    const history = await someone.get('/entreprise/historique')
    for (const fact of ['Équipe OSTRA', former.siret, change.new_siret]) assert.include(history.text, fact)
    const events = (await rowsOf('journal_entries', { member_id: member.id })).map(({ event }) => event).filter((event) => event.startsWith('siren_change'))
    assert.sameMembers(events, ['siren_change.taken', 'siren_change.accepted', 'siren_change.applied'])
  })

  test('for a day to come changes nothing before that day', async ({ assert }) => {
    const { member, someone, user } = await setting()
    const change = await createSirenChange({ member, user, effective_on: day(1) })
    const clerk = await staffAs('member_relations')
    await clerk.get(`/admin/siren/${change.id}`)
    await clerk.post(`/admin/siren/${change.id}/acceptation`)
    assert.isNull((await rowOf('siren_changes', { id: change.id })).applied_at)
    assert.notEqual((await rowOf('members', { id: member.id })).siret, change.new_siret)
    assert.include((await someone.get(`/entreprise/siren/${change.id}`)).text, 'seront en vigueur le')
    assert.equal((await someone.get('/entreprise/siren')).status, 409)
  })

  test('is refused with a reason that the member reads; nothing has changed', async ({ assert }) => {
    const { member, someone, user } = await setting()
    const change = await createSirenChange({ member, user })
    const clerk = await staffAs('member_relations')
    await clerk.get(`/admin/siren/${change.id}`)
    assert.equal((await clerk.post(`/admin/siren/${change.id}/refus`, { motif: '' })).status, 422)
    await clerk.post(`/admin/siren/${change.id}/refus`, { motif: 'Le Kbis a plus de trois mois.' })
    assert.include((await someone.get(`/entreprise/siren/${change.id}`)).text, 'Le Kbis a plus de trois mois.')
    assert.notEqual((await rowOf('members', { id: member.id })).siret, change.new_siret)
    assert.equal((await someone.get('/entreprise/siren')).status, 200)
  })

  test('twice at once is one decision', async ({ assert }) => {
    const { member, user } = await setting()
    const change = await createSirenChange({ member, user })
    const [one, other] = [await staffAs('member_relations'), await staffAs('administrator')]
    await Promise.all([one.get(`/admin/siren/${change.id}`), other.get(`/admin/siren/${change.id}`)])
    const answers = await Promise.all([one.post(`/admin/siren/${change.id}/acceptation`), other.post(`/admin/siren/${change.id}/refus`, { motif: 'Non' })])
    assert.sameMembers(answers.map(({ status }) => status), [303, 409])
  })

  test('is for member relations, not for who only reads', async ({ assert }) => {
    const { member, user } = await setting()
    const change = await createSirenChange({ member, user })
    const auditor = await staffAs('auditor')
    assert.notInclude((await auditor.get(`/admin/siren/${change.id}`)).text, 'Accepter')
    assert.equal((await auditor.post(`/admin/siren/${change.id}/acceptation`)).status, 403)
    assert.equal((await rowOf('siren_changes', { id: change.id })).state, 'received')
  })
})
