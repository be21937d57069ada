import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { asMembers } from '#core/tenants'
import type { Preset } from '#identity/rules/rights'
import type { RequestState } from '#visits'
import { createAccess, createMember, createMessage, createRequest, createSite, createStaff, createUser, createEmployee, insert, owner, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { staffAs } from '#tests/functional/back_office/staff_visitor'
import { aMember, eventsAbout, itIsNow, NOW, toldAbout } from '#tests/functional/visits/world'

async function aRequest({ state = 'sent', ...who }: { state?: RequestState; preset?: Preset } = {}) {
  const world = await aMember(who)
  const request = await createRequest({ employee: world.employee, state })
  return { ...world, request, path: `/demandes/${request.id}` }
}

const messagesOf = (request: { id: string }) => rowsOf('request_messages', { visit_request_id: request.id })
const messageForm = (page: { form(action: string): { fields: Record<string, string> } | undefined }, path: string) => page.form(`${path}/messages`)

test.group('Messages on a request, at the employer', (group) => {
  group.each.setup(itIsNow)

  test('are written on its page, once for a form sent twice, and journaled', async ({ assert }) => {
    const { browser, request, path, user } = await aRequest()
    const page = await browser.get(path)
    assert.include(page.text, "N'écrivez rien sur l'état de santé")
    const { envoi } = messageForm(page, path)!.fields
    const typed = { message: 'Le mardi nous arrange\r\nou le jeudi <b>matin</b>', envoi: envoi! }
    const sent = await browser.post(`${path}/messages`, typed)
    assert.deepEqual([sent.status, sent.location], [303, path])
    assert.equal((await browser.post(`${path}/messages`, typed)).status, 303)

    const rows = await messagesOf(request)
    assert.deepEqual(rows.map(({ text, author_user_id }) => [text, author_user_id]), [['Le mardi nous arrange\nou le jeudi <b>matin</b>', user.id]])
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.message_sent'])
    const shown = await browser.get(path)
    assert.include(shown.html, 'ou le jeudi &lt;b&gt;matin&lt;/b&gt;')
    assert.include(shown.text, 'Vous')
    assert.isEmpty(await rowsOf('notifications', { visit_request_id: request.id }))
  })

  test('two at once of the same form leave one', async ({ assert }) => {
    const { browser, request, path } = await aRequest()
    const { envoi } = messageForm(await browser.get(path), path)!.fields
    const send = () => browser.post(`${path}/messages`, { message: 'Bonjour', envoi: envoi! })
    assert.deepEqual((await Promise.all([send(), send(), send()])).map(({ status }) => status), [303, 303, 303])
    assert.lengthOf(await messagesOf(request), 1)
    assert.lengthOf(await eventsAbout(request.id), 1)
  })

  test('empty, too long or without its key are shown again with what is wrong, and nothing is written', async ({ assert }) => {
    const { browser, request, path } = await aRequest()
    await browser.get(path)
    const send = (values: Record<string, string>) => browser.post(`${path}/messages`, { envoi: randomUUID(), ...values })
    const empty = await send({ message: '   ' })
    assert.equal(empty.status, 422)
    assert.include(empty.text, 'Écrivez votre message')
    const long = await send({ message: 'a'.repeat(2001) })
    assert.equal(long.status, 422)
    assert.include(long.text.replaceAll('\u00a0', ' '), 'Le message est trop long : 2000 caractères au plus')
    assert.equal(messageForm(long, path)!.fields.message, 'a'.repeat(2001))
    assert.equal((await send({ message: 'Bonjour', envoi: 'x' })).status, 422)
    assert.equal((await send({ message: 'a\u202eb' })).status, 422)
    assert.lengthOf(await messagesOf(request), 0)
    assert.equal((await send({ message: 'a\r\n'.repeat(999) + 'ab' })).status, 303)
  })

  test('of OSTRA are new until each user has read them, in the list and on the page', async ({ assert }) => {
    const { browser, member, request, path } = await aRequest()
    const colleague = await signedInAs(await createUser({ member, preset: 'lecture' }))
    await createMessage({ request, staff: await createStaff(), text: 'Le 3 décembre vous va-t-il', sentAt: NOW.minus({ hours: 1 }) })
    assert.include((await browser.get('/demandes')).text, "Nouveau message d'OSTRA")
    const first = await browser.get(path)
    assert.include(first.text, 'Le 3 décembre vous va-t-il')
    assert.include(first.html, 'Nouveau')
    assert.notInclude((await browser.get(path)).html, 'Nouveau')
    assert.notInclude((await browser.get('/demandes')).text, "Nouveau message d'OSTRA")
    assert.include((await colleague.get(path)).html, 'Nouveau')
  })

  test('are read with the right to read visits, and written with the right to write', async ({ assert }) => {
    const { browser, request, path, user } = await aRequest({ preset: 'lecture' })
    await createMessage({ request, user })
    const page = await browser.get(path)
    assert.include(page.text, 'Le matin nous arrange')
    assert.isUndefined(messageForm(page, path))
    assert.equal((await browser.post(`${path}/messages`, { message: 'Bonjour', envoi: randomUUID() })).status, 403)
    assert.lengthOf(await messagesOf(request), 1)
  })

  test('of another member are not found', async ({ assert }) => {
    const { browser } = await aRequest()
    const foreign = await createRequest()
    await browser.get('/demandes')
    assert.equal((await browser.post(`/demandes/${foreign.id}/messages`, { message: 'Bonjour', envoi: randomUUID() })).status, 404)
    assert.lengthOf(await messagesOf(foreign), 0)
  })

  test('of an employee of another site are not found, nor seen in the table', async ({ assert }) => {
    const member = await createMember()
    const [near, far] = [await createSite({ member }), await createSite({ member })]
    const { user } = await createAccess({ member, preset: 'convocations', siteIds: [near.id] })
    const request = await createRequest({ employee: await createEmployee({ member, site_id: far.id }) })
    await createMessage({ request, staff: await createStaff() })
    const browser = await signedInAs(user)
    await browser.get('/demandes')
    assert.equal((await browser.post(`/demandes/${request.id}/messages`, { message: 'Bonjour', envoi: randomUUID() })).status, 404)
    assert.isEmpty(await asMembers([member.id], (trx) => trx.from('request_messages').where('visit_request_id', request.id), user.id))
  })

  test('cannot be signed with the name of somebody else', async ({ assert }) => {
    const { member, user, request } = await aRequest()
    const other = await createUser({ member })
    const row = { visit_request_id: request.id, member_id: member.id, author_user_id: other.id, text: 'x', form_key: randomUUID(), sent_at: NOW.toISO() }
    await assert.rejects(() => asMembers([member.id], (trx) => trx.insertQuery().table('request_messages').insert(row), user.id), /row-level security/)
  })

  test('are read only once the request is closed: 409, and the text is not lost', async ({ assert }) => {
    const { browser, request, path } = await aRequest()
    const { envoi } = messageForm(await browser.get(path), path)!.fields
    await owner().from('visit_requests').where('id', request.id).update({ state: 'cancelled', closed_at: NOW.toISO() })
    const late = await browser.post(`${path}/messages`, { message: 'Trop tard', envoi: envoi! })
    assert.equal(late.status, 409)
    assert.include(late.text, "Votre message n'a pas été envoyé")
    assert.include(late.text, 'Trop tard')
    assert.isUndefined(messageForm(late, path))
    assert.lengthOf(await messagesOf(request), 0)
  })
})

test.group('Messages on a request, at OSTRA', (group) => {
  group.each.setup(itIsNow)

  test('wait in the queue until a planner answers; the answer rings, and its text goes in no mail', async ({ assert }) => {
    const { member, user, browser, request, path } = await aRequest()
    await insert('notification_choices', { user_id: user.id, kind: 'request_message', channel: 'email', wanted: true, chosen_at: NOW })
    await createMessage({ request, user, text: 'Peut-on venir le matin' })
    const planner = await staffAs('planner', { name: 'Solène Kervadec' })
    const queue = await planner.get(`/admin/planification?etat=messages&recherche=${member.number}`)
    assert.include(queue.text, "L'employeur a écrit un message")
    const page = await planner.get(`/admin${path}`)
    assert.include(page.text, 'Peut-on venir le matin')
    const { envoi } = page.form(`/admin${path}/messages`)!.fields
    const answer = { message: 'Oui, le mardi', envoi: envoi! }
    assert.equal((await planner.post(`/admin${path}/messages`, answer)).status, 303)
    assert.equal((await planner.post(`/admin${path}/messages`, answer)).status, 303)

    const told = await rowsOf('notifications', { visit_request_id: request.id })
    assert.deepEqual(told.map(({ kind, actor_user_id }) => [kind, actor_user_id]), [['request_message', null]])
    assert.deepEqual(await toldAbout(told[0].id), ['notificationWorkflow'])
    assert.notInclude((await planner.get(`/admin/planification?etat=messages&recherche=${member.number}`)).text, "L'employeur a écrit un message")
    const bell = await browser.get('/notifications')
    assert.include(bell.text, "Message d'OSTRA sur la demande pour Élodie Marchevaux")
    assert.notInclude(bell.text, 'Oui, le mardi')
    const read = await browser.get(path)
    assert.include(read.text, 'Oui, le mardi')
    assert.notInclude(read.text, 'Solène Kervadec')
  })

  test('on a request that has its date are in the queue of messages, without a button that plans', async ({ assert }) => {
    const { member, user, request } = await aRequest({ state: 'planned' })
    await createMessage({ request, user })
    const planner = await staffAs('planner')
    const queue = await planner.get(`/admin/planification?etat=messages&recherche=${member.number}`)
    assert.include(queue.text, "L'employeur a écrit un message")
    assert.isUndefined(queue.form('Planifier'))
    assert.notInclude((await planner.get(`/admin/planification?recherche=${member.number}`)).text, "L'employeur a écrit un message")
  })

  test('that need no answer are settled, once', async ({ assert }) => {
    const { user, request, path } = await aRequest()
    await createMessage({ request, user, text: 'Merci' })
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin${path}`)
    const settle = page.form('Marquer comme traité')!
    for (let time = 0; time < 2; time += 1) assert.equal((await planner.post(settle.action)).status, 303)
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.messages_settled'])
    assert.isUndefined((await planner.get(`/admin${path}`)).form('Marquer comme traité'))
    assert.isEmpty(await rowsOf('notifications', { visit_request_id: request.id }))
  })

  test('are read by who plans and who cares, not by who answers members', async ({ assert }) => {
    const { user, request, path } = await aRequest()
    await createMessage({ request, user, text: 'Peut-on venir le matin' })
    const relations = await staffAs('member_relations')
    assert.notInclude((await relations.get(`/admin${path}`)).text, 'Peut-on venir le matin')
    const health = await staffAs('health')
    const page = await health.get(`/admin${path}`)
    assert.include(page.text, 'Peut-on venir le matin')
    assert.isUndefined(page.form(`/admin${path}/messages`))
  })

  test('are read only once the request is closed', async ({ assert }) => {
    const { request, path } = await aRequest({ state: 'held' })
    const planner = await staffAs('planner')
    assert.isUndefined((await planner.get(`/admin${path}`)).form(`/admin${path}/messages`))
    assert.equal((await planner.post(`/admin${path}/messages`, { message: 'Bonjour', envoi: randomUUID() })).status, 409)
    assert.lengthOf(await messagesOf(request), 0)
    assert.equal((await planner.post(`/admin/demandes/${randomUUID()}/messages`, { message: 'Bonjour', envoi: randomUUID() })).status, 404)
  })
})
