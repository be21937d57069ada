import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { createUser, createVisit } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { aMember, itIsNow } from '#tests/functional/visits/world'

test.group('The calendar of convocations', (group) => {
  group.each.setup(itIsNow)

  test('has each visit on its day, today and public holidays marked', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-11-30', '10:00') })
    await createVisit({ employee, startsAt: parisInstant('2026-12-15', '10:00') })
    await createVisit({ employee, startsAt: parisInstant('2026-11-27', '10:00'), state: 'cancelled' })
    await createVisit({ employee, startsAt: parisInstant('2026-11-26', '10:00'), visible: false })
    await createVisit({ startsAt: parisInstant('2026-11-25', '10:00') })
    const page = await browser.get('/convocations/calendrier')
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Novembre 2026')
    assert.include(page.text, '1 visite.')
    assert.match(page.html, new RegExp(`datetime="2026-11-30"[\\s\\S]{0,400}/convocations/${visit.id}">10.h.00 Élodie Marchevaux`))
    assert.match(page.html, /aria-current="date"\s*>\s*<p><time datetime="2026-11-24"/)
    assert.match(page.html, /datetime="2026-11-11"[^\n]*Férié/)
    assert.equal(page.html.match(/Férié/g)!.length, 2)
  })

  test('goes to the months and weeks before and after', async ({ assert }) => {
    const { browser } = await aMember()
    const page = await browser.get('/convocations/calendrier?vue=semaine&jour=2026-12-31')
    assert.equal(page.heading, 'Semaine du 28 décembre au 3 janvier 2027')
    for (const href of ['vue=semaine&jour=2026-12-24', 'vue=semaine&jour=2027-01-07', 'vue=mois&jour=2026-12-31', 'vue=semaine&jour=2026-11-24']) {
      assert.include(page.links.map((link) => link.replaceAll('&amp;', '&')), `/convocations/calendrier?${href}`)
    }
  })

  test('shows a visit just before midnight in Paris on that day', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await createVisit({ employee, startsAt: parisInstant('2026-12-06', '23:45') })
    assert.include((await browser.get('/convocations/calendrier?vue=semaine&jour=2026-12-02')).text, '23 h 45')
    assert.notInclude((await browser.get('/convocations/calendrier?vue=semaine&jour=2026-12-07')).text, '23 h 45')
  })

  test('is for who may read the visits', async ({ assert }) => {
    const { member } = await aMember()
    const billing = await signedInAs(await createUser({ member, preset: 'facturation' }))
    assert.equal((await billing.get('/convocations/calendrier')).status, 403)
  })
})
