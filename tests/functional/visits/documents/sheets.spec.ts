import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { createEmployee, createMember, createUser, createVisit, owner } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { download } from '#tests/support/download'
import { signedInAs } from '#tests/support/http'
import { readPdf } from '#tests/support/pdf'
import { aMember, eventsAbout, NOW } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const convokedAt = parisInstant('2026-11-06', '11:20')

const pathOf = (...visits: { id: string }[]) => `/convocations.pdf?${visits.map(({ id }) => `visite=${id}`).join('&')}`

test.group('The PDF of a convocation', () => {
  test('says who, when, where, with whom, until when to cancel and whom to call, and no kind of visit', async ({ assert, cleanup }) => {
    const { member, employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const file = await download(browser, `/convocations/${visit.id}.pdf`)
    const { pages, title } = await readPdf(file.content)

    assert.equal(file.status, 200)
    assert.equal(title, 'Convocation du lundi 30\u00a0novembre 2026')
    assert.lengthOf(pages, 1)
    for (const fact of [
      `${member.name}, adhérent ${member.number}`,
      "Convocation d'Élodie Marchevaux",
      'Rendez-vous santé au travail',
      'à 10 h 00',
      'Centre de Vern 4 rue du Patis 35770 Vern-sur-Seiche',
      'Parking devant le bâtiment',
      'infirmière en santé au travail',
      '30 min, sur le temps de travail',
      'Annulable avant le samedi 28 novembre à 10 h 00',
      '02 99 00 00 00',
      'Du lundi au vendredi, de 8 h 30 à 17 h 30',
    ])
      assert.include(pages[0], fact)
    assert.notMatch(pages[0]!, /visite périodique|information et de prévention|aptitude|SIR\b/i)
  })

  test('is a file to keep that no cache keeps, under a name that says only the day', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const { headers } = await download(browser, `/convocations/${visit.id}.pdf`)

    assert.equal(headers.get('content-type'), 'application/pdf')
    assert.equal(headers.get('content-disposition'), 'attachment; filename="convocation-2026-11-30.pdf"')
    assert.equal(headers.get('cache-control'), 'private, no-store')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  test('is written in the journal at each download', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    await download(browser, `/convocations/${visit.id}.pdf`)
    await download(browser, `/convocations/${visit.id}.pdf`)
    assert.deepEqual(await eventsAbout(visit.id), ['convocation.downloaded', 'convocation.downloaded'])
  })

  test('says after the limit what remains possible, and after the visit nothing', async ({ assert, cleanup }) => {
    itIs(parisInstant('2026-11-28', '10:00'), cleanup)
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const held = await createVisit({ employee, startsAt: parisInstant('2026-11-02', '10:00'), state: 'held' })
    const [closed] = (await readPdf((await download(browser, `/convocations/${visit.id}.pdf`)).content)).pages
    const [past] = (await readPdf((await download(browser, `/convocations/${held.id}.pdf`)).content)).pages

    assert.include(closed, "La limite d'annulation était le samedi 28 novembre à 10 h 00")
    assert.include(closed, "envoyer quelqu'un d'autre jusqu'au début du rendez-vous")
    assert.notInclude(closed, "demande l'annulation")
    assert.notInclude(past, 'empêchement')
  })

  test('says of a visit that was moved that this date replaces the former', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const before = await readPdf((await download(browser, `/convocations/${visit.id}.pdf`)).content)
    await owner().from('visits').where('id', visit.id).update({ sequence: 1 })
    const after = await readPdf((await download(browser, `/convocations/${visit.id}.pdf`)).content)

    assert.notInclude(before.pages[0], 'Cette date remplace la précédente')
    assert.include(after.pages[0], 'Cette date remplace la précédente')
  })

  test('is refused for a visit that was cancelled or given to somebody else, and says so', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const cancelled = await createVisit({ employee, startsAt, state: 'cancelled' })
    const substituted = await createVisit({ employee, startsAt, state: 'substituted' })

    for (const [visit, sentence] of [
      [cancelled, 'Cette visite est déjà annulée'],
      [substituted, 'Un autre salarié a déjà pris ce créneau'],
    ] as const) {
      const page = await browser.get(`/convocations/${visit.id}.pdf`)
      assert.equal(page.status, 409)
      assert.equal(page.heading, sentence)
      assert.deepEqual(await eventsAbout(visit.id), [])
    }
  })

  test('does not exist for a visit that the employer must not know of', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt, visible: false })
    assert.equal((await browser.get(`/convocations/${visit.id}.pdf`)).status, 404)
    assert.equal((await browser.get(pathOf(visit))).status, 404)
    assert.equal((await browser.get(`/convocations/${visit.id}.ics`)).status, 404)
  })

  test('is offered on the page of the convocation', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const cancelled = await createVisit({ employee, startsAt, state: 'cancelled' })
    assert.includeMembers((await browser.get(`/convocations/${visit.id}`)).links, [`/convocations/${visit.id}.pdf`, `/convocations/${visit.id}.ics`])
    assert.notInclude((await browser.get(`/convocations/${cancelled.id}`)).links.join(' '), '.pdf')
  })

  test('is open to who only reads the visits', async ({ assert, cleanup }) => {
    const { member, employee } = await aMember()
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    assert.equal((await download(reader, `/convocations/${visit.id}.pdf`)).status, 200)
    assert.include((await reader.get(`/convocations/${visit.id}`)).links, `/convocations/${visit.id}.pdf`)
  })
})

test.group('One PDF of many convocations', () => {
  test('has a page for each, the soonest first, and an entry of the journal for each', async ({ assert, cleanup }) => {
    const { member, browser } = await aMember()
    itIs(NOW, cleanup)
    const days = Array.from({ length: 30 }, (_, rank) => parisInstant('2026-12-01', '08:00').plus({ days: rank }))
    const visits = await Promise.all(
      days.map(async (day, rank) =>
        createVisit({ startsAt: day, employee: await createEmployee({ member, first_name: 'Personne', family_name: `N${rank}` }) })
      )
    )
    const file = await download(browser, pathOf(...visits.toReversed()))
    const { title, pages } = await readPdf(file.content)

    assert.equal(file.headers.get('content-disposition'), 'attachment; filename="convocations.pdf"')
    assert.equal(title, '30\u00a0convocations')
    assert.lengthOf(pages, 30)
    pages.forEach((page, rank) => assert.include(page, `de Personne N${rank} `))
    for (const { id } of visits) assert.deepEqual(await eventsAbout(id), ['convocation.downloaded'])
  })

  test('is the PDF of the convocation when one is chosen, or chosen twice', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const alone = await download(browser, `/convocations/${visit.id}.pdf`)
    const chosen = await download(browser, pathOf(visit, visit))
    assert.deepEqual(chosen.content, alone.content)
    assert.equal(chosen.headers.get('content-disposition'), alone.headers.get('content-disposition'))
  })

  test('does not exist, whole, when a convocation of another member is among them', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    const stranger = await createEmployee({ member: await createMember() })
    itIs(NOW, cleanup)
    const ours = await createVisit({ employee, startsAt })
    const theirs = await createVisit({ employee: stranger, startsAt })
    assert.equal((await browser.get(pathOf(ours, theirs))).status, 404)
    assert.equal((await browser.get(`${pathOf(ours)}&visite=1`)).status, 404)
    assert.equal((await browser.get(`${pathOf(ours)}&visite[a]=${ours.id}`)).status, 404)
    assert.deepEqual(await eventsAbout(ours.id), [])
  })

  test('is refused, whole, when one of them was cancelled since', async ({ assert, cleanup }) => {
    const { member, employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const kept = await createVisit({ employee, startsAt })
    const colleague = await createEmployee({ member })
    const cancelled = await createVisit({ employee: colleague, startsAt, state: 'cancelled' })
    const page = await browser.get(pathOf(kept, cancelled))
    assert.equal(page.status, 409)
    assert.include(page.links, `/convocations/${cancelled.id}`)
    assert.deepEqual(await eventsAbout(kept.id), [])
  })

  test('leads back to the list when none is chosen, or more than a hundred', async ({ assert }) => {
    const { browser } = await aMember()
    const tooMany = Array.from({ length: 101 }, () => ({ id: crypto.randomUUID() }))
    for (const [path, title] of [
      ['/convocations.pdf', 'Aucune convocation choisie'],
      [pathOf(...tooMany), 'Trop de convocations à la fois'],
    ] as const) {
      const answer = await browser.get(path)
      assert.equal(answer.status, 303)
      assert.equal(answer.location, '/convocations')
      assert.include((await browser.follow(answer)).text, title)
    }
  })

  test('is asked from the list by ticking convocations', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const page = await browser.get('/convocations')
    const form = page.form('/convocations.pdf')
    assert.equal(form?.method, 'get')
    assert.include(page.html, `name="visite" value="${visit.id}" form="selection"`)
  })
})
