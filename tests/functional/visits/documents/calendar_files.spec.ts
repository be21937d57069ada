import { test } from '@japa/runner'
import { sync, type VEvent } from 'node-ical'
import { parisInstant } from '#shared/dates'
import { createVisit, owner } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { download } from '#tests/support/download'
import { aMember, NOW } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')

const eventIn = (text: string) => Object.values(sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as VEvent

test.group('The calendar file of a convocation', () => {
  test('is a file whose event is the visit', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const file = await download(browser, `/convocations/${visit.id}.ics`)

    assert.equal(file.status, 200)
    assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8; method=PUBLISH')
    assert.equal(file.headers.get('content-disposition'), 'attachment; filename="rendez-vous-2026-11-30.ics"')
    assert.equal(file.headers.get('cache-control'), 'private, no-store')
    const event = eventIn(file.text)
    assert.equal(event.start.getTime(), startsAt.toMillis())
    assert.include(String(event.uid), visit.id)
    assert.equal(event.summary, 'Rendez-vous santé au travail')
    assert.notInclude(file.text, 'Marchevaux')
  })

  test('replaces itself in a calendar once the visit was moved', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt })
    const before = eventIn((await download(browser, `/convocations/${visit.id}.ics`)).text)
    await owner().from('visits').where('id', visit.id).update({ sequence: 3 })
    const after = eventIn((await download(browser, `/convocations/${visit.id}.ics`)).text)
    assert.equal(after.uid, before.uid)
    assert.deepEqual([before.sequence, after.sequence].map(Number), [0, 3])
  })

  test('is refused for a visit that was cancelled', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    itIs(NOW, cleanup)
    const visit = await createVisit({ employee, startsAt, state: 'cancelled' })
    assert.equal((await browser.get(`/convocations/${visit.id}.ics`)).status, 409)
  })
})
