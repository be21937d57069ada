import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { addDays, formatDay, parisDay } from '#shared/dates'
import { inDays } from '#tests/support/clock'
import { createCentre, createDueVisit, createEmployee, createMember, createPractitioner, createRequest, createSlot, createVisit, insert, owner } from '#tests/support/factories'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

const plain = (text: string) => text.replace(/\s+/g, ' ')
const today = () => parisDay(DateTime.utc())
const escalate = (requestId: string, kind: string) => insert('escalations', { visit_request_id: requestId, kind })

async function ask(name: string, values: Parameters<typeof createRequest>[0] = {}) {
  const member = await createMember({ company_name: `Société ${name}` })
  const employee = await createEmployee({ member, first_name: 'Noé', family_name: name })
  return createRequest({ employee, ...values })
}

test.group("The back office's home", () => {
  test('shows the gravest alarm of each request that still deserves one', async ({ assert }) => {
    // The lists are short: these come first in them, whatever the other tests left.
    const tag = Date.now()
    const late = await ask(`Alarmelate${tag}`, { legalDeadline: '1999-12-31' })
    for (const kind of ['not_taken', 'deadline_near', 'deadline_passed']) await escalate(late.id, kind)
    const taken = await ask(`Alarmetaken${tag}`, { state: 'taken' })
    await escalate(taken.id, 'not_taken')
    const planned = await ask(`Alarmeplanned${tag}`, { state: 'planned' })
    await escalate(planned.id, 'deadline_near')
    const overdue = await ask(`Alarmeoverdue${tag}`, { state: 'planned', legalDeadline: '2000-01-01' })
    await escalate(overdue.id, 'deadline_passed')
    const waiting = await ask(`Alarmewaiting${tag}`, { legalDeadline: '2000-01-02' })
    await escalate(waiting.id, 'not_taken')

    const page = await (await staffAs('planner')).get('/admin')
    const rows = [...page.html.matchAll(/<tr role="row">([^]*?)<\/tr>/g)].map(([, row]) => plain(row!.replace(/<[^>]+>/g, ' ')))
    const rowOf = (name: string) => rows.filter((row) => row.includes(`${name}${tag}`))
    assert.lengthOf(rowOf('Alarmelate'), 1)
    assert.include(rowOf('Alarmelate')[0]!, 'Date limite dépassée')
    assert.match(rowOf('Alarmelate')[0]!, /vendredi 31 décembre 1999, en retard de \d+ ans/)
    assert.include(rowOf('Alarmeoverdue')[0]!, 'Date limite dépassée')
    assert.include(rowOf('Alarmewaiting')[0]!, 'Pas encore prise en charge')
    assert.lengthOf(rowOf('Alarmetaken'), 0)
    assert.lengthOf(rowOf('Alarmeplanned'), 0)
    assert.include(page.links, `/admin/demandes/${late.id}`)
  })

  test('counts the queue, and shows the visits of the day and those whose outcome is awaited', async ({ assert }) => {
    const over = await createVisit({ startsAt: DateTime.utc().minus({ years: 30 }) })
    const held = await createVisit({ startsAt: DateTime.utc().minus({ years: 30 }), state: 'held' })
    const noon = DateTime.now().setZone('Europe/Paris').set({ hour: 12, minute: 0, second: 0, millisecond: 0 }).toUTC()
    const now = await createVisit({ startsAt: noon })
    const gone = await createVisit({ startsAt: noon, state: 'cancelled' })
    const tomorrow = await createVisit({ startsAt: inDays(1, '12:00') })
    await ask('Fileattente')
    const { total } = await owner().from('visit_requests').whereIn('state', ['sent', 'taken']).count('* as total').first()

    const page = await (await staffAs('auditor')).get('/admin')
    assert.include(page.text, `${total} demandes à planifier`)
    assert.include(page.links, `/admin/visites/${over.id}`)
    assert.include(page.links, `/admin/visites/${now.id}`)
    for (const { id } of [held, gone, tomorrow]) assert.notInclude(page.links, `/admin/visites/${id}`)
  })

  test('shows nothing of the planning to who does not read it', async ({ assert }) => {
    const visit = await createVisit({ startsAt: DateTime.utc().minus({ years: 30 }) })
    const page = await (await staffAs('billing')).get('/admin')
    assert.equal(page.status, 200)
    assert.notInclude(page.html, visit.id)
    assert.notInclude(page.html, '/admin/planification')
  })
})

test.group('The queue', () => {
  const namesIn = (html: string) => [...html.matchAll(/<h3><a href="\/admin\/demandes\/[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name)

  test('goes by deadline, then by age, and holds what waits only', async ({ assert }) => {
    const tag = `Fq${Date.now()}`
    await ask(`${tag}d sans limite`)
    await ask(`${tag}b loin`, { legalDeadline: addDays(today(), 40) })
    await ask(`${tag}a proche`, { legalDeadline: addDays(today(), 4) })
    await ask(`${tag}x planifiee`, { state: 'planned' })
    await ask(`${tag}c loin`, { legalDeadline: addDays(today(), 40), requestedAt: DateTime.utc().plus({ minutes: 1 }) })
    await ask(`${tag}y refusee`, { state: 'refused' })
    const page = await (await staffAs('planner')).get(`/admin/planification?recherche=${tag}`)
    assert.deepEqual(namesIn(page.html), [`Noé ${tag}a proche`, `Noé ${tag}b loin`, `Noé ${tag}c loin`, `Noé ${tag}d sans limite`])
    assert.include(page.text, 'Dans 4 jours')
    assert.include(page.text, 'Demandes à planifier 4')
  })

  test('is filtered by state, by deadline and by name, blind to accents', async ({ assert }) => {
    const tag = `Fz${Date.now()}`
    const planner = await staffAs('planner')
    await ask(`${tag}a Élévée`, { legalDeadline: addDays(today(), -2) })
    await ask(`${tag}b prise`, { state: 'taken', takenBy: planner.staff, legalDeadline: addDays(today(), 12) })
    await ask(`${tag}c prise`, { state: 'taken', legalDeadline: addDays(today(), 90) })
    const of = async (query: string) => namesIn((await planner.get(`/admin/planification?${query}`)).html).map((name) => name!.replace('Noé ', '').slice(tag.length, tag.length + 1))
    assert.deepEqual(await of(`recherche=${tag}&etat=a-prendre`), ['a'])
    assert.deepEqual(await of(`recherche=${tag}&etat=prises`), ['b', 'c'])
    assert.deepEqual(await of(`recherche=${tag}&etat=les-miennes`), ['b'])
    assert.deepEqual(await of(`recherche=${tag}&echeance=en-retard`), ['a'])
    assert.deepEqual(await of(`recherche=${tag}&echeance=proches`), ['b'])
    assert.deepEqual(await of(`recherche=${tag.toUpperCase()}a%20elevee`), ['a'])
    assert.deepEqual(await of(`recherche=soci%C3%A9t%C3%A9%20${tag}c`), ['c'])
    assert.deepEqual(await of(`recherche=${tag}%25`), ['a', 'b', 'c'])
    assert.deepEqual(await of(`recherche=${tag}&etat=inconnu&echeance=inconnue&jour=demain&centre=1&demande=1`), ['a', 'b', 'c'])
  })

  test('shows the request that one is placing, were it not among those shown, with its slots', async ({ assert }) => {
    const tag = `Fplacee${Date.now()}`
    const request = await ask(tag, { state: 'taken', legalDeadline: '2098-01-01' })
    const page = await (await staffAs('planner')).get(`/admin/planification?recherche=personne&demande=${request.id}`)
    assert.deepEqual(namesIn(page.html), [`Noé ${tag}`])
    assert.include(page.html, 'id="choisie"')
  })
})

test.group("A centre's day", () => {
  test('shows each practitioner, what is taken and by whom, what is free, and the pause', async ({ assert }) => {
    const centre = await createCentre({ name: 'Centre de Bruz' })
    const [doctor, nurse] = [await createPractitioner('doctor', { name: 'Dr Hélène Vasseran' }), await createPractitioner('nurse', { name: 'Maëlle Corvisier' })]
    const at = (time: string) => inDays(12, time)
    const member = await createMember({ company_name: 'Charpentes Ormevert' })
    const slot = await createSlot({ startsAt: at('09:00'), minutes: 60, centre, practitioner: doctor })
    const visit = await createVisit({ startsAt: at('09:00'), slot, employee: await createEmployee({ member, first_name: 'Noé', family_name: 'Trévidic' }) })
    for (const time of ['09:00', '09:30', '13:30']) await createSlot({ startsAt: at(time), minutes: 30, centre, practitioner: nurse })

    const day = parisDay(at('12:00'))
    const page = await (await staffAs('health')).get(`/admin/planification?jour=${day}&centre=${centre.id}`)
    assert.equal(plain(page.heading).toLowerCase(), plain(formatDay(day)))
    assert.include(page.text, 'Centre de Bruz, 3 créneaux libres sur 4')
    assert.include(page.text, 'Pause jusqu\'à 13 h 30')
    assert.match(page.html, new RegExp(`<td rowspan="2">\\s*<a class="slot" href="/admin/visites/${visit.id}">`))
    assert.include(page.text, 'Noé Trévidic Périodique, Charpentes Ormevert')
    assert.isBelow(page.html.indexOf('Dr Hélène Vasseran'), page.html.indexOf('Maëlle Corvisier'))
    const grid = /<table class="plan">([^]*?)<\/table>/.exec(page.html)![1]!
    assert.lengthOf([...grid.matchAll(/<tr[ >]/g)], 5)
    assert.notInclude(grid, '<button')
  })

  test('lets a planner put the chosen request on any slot that is free', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member })
    await createDueVisit({ employee })
    const request = await createRequest({ employee, state: 'taken' })
    const slot = await createSlot({ startsAt: inDays(13, '10:00'), minutes: 30, centre: member.centre, practitioner: member.nurse })
    const day = parisDay(slot.startsAt)
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/planification?demande=${request.id}&jour=${day}&centre=${member.centre.id}`)
    assert.match(page.html, new RegExp(`<button class="slot free[^"]*" type="submit" form="convoquer" name="place" value="${slot.id}">`))
    const convoked = await planner.post(`/admin/demandes/${request.id}/convocation`, { place: slot.id })
    assert.equal(convoked.status, 303)
    const row = await owner().from('slots').where('id', slot.id).first()
    assert.equal(convoked.location, `/admin/visites/${row.visit_id}`)
  })

  test('opens on the first day with slots, and steps over what is no working day', async ({ assert }) => {
    const centre = await createCentre()
    const slot = await createSlot({ startsAt: inDays(40, '10:00'), centre })
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/planification?centre=${centre.id}`)
    assert.equal(plain(page.heading).toLowerCase(), plain(formatDay(parisDay(slot.startsAt))))
    const friday = await planner.get(`/admin/planification?centre=${centre.id}&jour=2026-12-24`)
    const days = friday.links.filter((link) => link.includes('jour=')).map((link) => new URLSearchParams(link.split('?')[1]).get('jour'))
    assert.deepEqual(days, ['2026-12-23', '2026-12-28'])
    assert.include(friday.text, "n'a pas de créneau ce jour-là")
  })
})
