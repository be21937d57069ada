import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { createRequest, owner } from '#tests/support/factories'
import { download } from '#tests/support/download'
import { readPdf } from '#tests/support/pdf'
import { aMember, eventsAbout } from '#tests/functional/visits/world'

const requestedAt = DateTime.fromISO('2026-11-24T09:12:31.482+01:00')

test.group('The proof of a request', () => {
  test('says who asked what for whom, when to the second, and until when the law wants it', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const request = await createRequest({ employee, kind: 'return', requestedAt, legalDeadline: '2026-12-29' })
    const file = await download(browser, `/demandes/${request.id}/preuve.pdf`)
    const { title, language, isTagged, conformance, pages } = await readPdf(file.content)

    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.equal(file.headers.get('content-disposition'), 'attachment; filename="preuve-demande-2026-11-24.pdf"')
    assert.equal(file.headers.get('cache-control'), 'private, no-store')
    assert.deepEqual({ title, language, isTagged, conformance }, {
      title: "Preuve d'une demande du mardi 24\u00a0novembre 2026",
      language: 'fr',
      isTagged: true,
      conformance: '1',
    })
    assert.lengthOf(pages, 1)
    for (const fact of [
      `${member.name}, adhérent ${member.number}`,
      'le mardi 24 novembre 2026 à 9 h 12 min 31 s, heure de Paris',
      'Élodie Marchevaux',
      'Visite de reprise',
      'mardi 29 décembre 2026',
      request.id,
    ])
      assert.include(pages[0], fact)
  })

  test('prints lines whose digest is the one that it prints, as anybody can compute it', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const request = await createRequest({ employee, kind: 'employer_demand', reason: 'Le poste change\r\nen janvier', requestedAt })
    const { pages } = await readPdf((await download(browser, `/demandes/${request.id}/preuve.pdf`)).content)
    const [page] = pages

    const words = page!.slice(page!.indexOf('ostra-demande 1'), page!.indexOf(' SHA-256 ', page!.indexOf('ostra-demande 1')))
    const lines = words.replaceAll(/ (?=(?:demande \w+-|(?:adherent|salarie|nature|recue|date|motif|precisions) ))/g, '\n')
    const printed = /SHA-256 ((?:[0-9a-f]{8} ?){8})/.exec(page!.slice(page!.indexOf(words)))![1]!.replaceAll(' ', '')
    assert.lengthOf(lines.split('\n'), 9)
    assert.equal(createHash('sha256').update(lines).digest('hex'), printed)
    const reason = createHash('sha256').update('Le poste change\r\nen janvier').digest('hex')
    assert.include(lines.replaceAll(' ', ''), `motif${reason}`)
  })

  test('has the same digest whatever becomes of the request, and says where it stands', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const request = await createRequest({ employee, requestedAt })
    const digest = (page: string) => /SHA-256 ((?:[0-9a-f]{8} ?){8})/.exec(page)![1]
    const sent = (await readPdf((await download(browser, `/demandes/${request.id}/preuve.pdf`)).content)).pages[0]!
    await owner().from('visit_requests').where('id', request.id).update({ state: 'cancelled', closed_at: '2026-11-25T10:00:00Z' })
    await owner().from('employees').where('id', employee.id).update({ family_name: 'Ortolan' })
    const cancelled = (await readPdf((await download(browser, `/demandes/${request.id}/preuve.pdf`)).content)).pages[0]!

    assert.equal(digest(cancelled), digest(sent))
    assert.include(sent, 'À ce jour Envoyée')
    assert.include(cancelled, 'À ce jour Annulée le mercredi 25 novembre 2026 à 11 h 00')
    assert.include(cancelled, 'Élodie Ortolan')
  })

  test('stays one page with the longest reason', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const reason = 'Le poste change en janvier. '.repeat(71)
    const request = await createRequest({ employee, kind: 'employer_demand', reason })
    const { pages } = await readPdf((await download(browser, `/demandes/${request.id}/preuve.pdf`)).content)
    assert.lengthOf(pages, 1)
    assert.match(pages[0]!, /SHA-256 ([0-9a-f]{8} ?){8}/)
  })

  test('is offered on the page of the request, and written in the journal', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const request = await createRequest({ employee, requestedAt })
    assert.include((await browser.get(`/demandes/${request.id}`)).links, `/demandes/${request.id}/preuve.pdf`)
    await download(browser, `/demandes/${request.id}/preuve.pdf`)
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.proof_downloaded'])
  })
})
