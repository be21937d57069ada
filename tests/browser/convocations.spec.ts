import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { createDueVisit, createEmployee, createMember, createSlot, createUser, createVisit } from '#tests/support/factories'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { portalUrl } from '#tests/support/portal'
import { signIn } from '#tests/browser/people'

async function anEmployer(options: { javaScript?: boolean } = {}) {
  const member = await createMember()
  const someone = async (first: string, family: string, days: number) => {
    const employee = await createEmployee({ member, first_name: first, family_name: family })
    await createDueVisit({ employee, kind: 'periodic_information', until_on: inDays(60, '12:00').toISODate() })
    return createVisit({ employee, startsAt: inDays(days, '10:00') })
  }
  const visits = [await someone('Sylvain', 'Ortolan', 1), await someone('Élodie', 'Marchevaux', 8), await someone('Karim', 'Bensallah', 9)]
  const page = await openPage(options)
  await signIn(page, await createUser({ member }))
  return { member, visits, page }
}

/** Axe finds nothing, and no page is wider than a phone. */
async function faultsAt(page: Page, widths = [1280, 360]) {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await faultsOf(page)))
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    if (Number(wider) > 0) faults.push(`${String(wider)} pixels too wide at ${width}`)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${new URL(page.url()).pathname.replace(/\W+/g, '_')}_${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return faults
}

test.group('Convocations in a browser', () => {
  test('a visit takes another date', async ({ assert }) => {
    const { visits, page } = await anEmployer()
    await createSlot({ startsAt: inDays(12, '07:00'), minutes: 30, kind: 'nurse' })
    await page.goto(`/convocations/${visits[1]!.id}`)
    await page.getByRole('button', { name: 'Choisir une autre date' }).click()
    await page.getByRole('heading', { level: 1, name: 'Une autre date pour Élodie Marchevaux' }).waitFor()
    assert.deepEqual(await faultsAt(page), [])
    await page.getByRole('button', { name: 'Prendre cette date' }).click()
    await page.getByText('Nouvelle date :').first().waitFor()
    await page.goto(`/convocations/${visits[0]!.id}/report`)
    await page.getByRole('heading', { level: 1, name: 'Il est trop tard pour changer de date' }).waitFor()
    assert.deepEqual(await faultsAt(page), [])
  })

  test('several visits are cancelled but the one that is too late, with or without JavaScript', async ({ assert }) => {
    for (const javaScript of [true, false]) {
      const { page } = await anEmployer({ javaScript })
      await page.goto('/convocations')
      for (const name of ['Sylvain Ortolan', "d'Élodie Marchevaux", 'Karim Bensallah']) await page.getByLabel(new RegExp(`Sélectionner.*${name}`)).check()
      await page.getByRole('button', { name: 'Annuler la sélection' }).click()
      await page.getByRole('heading', { name: 'Trop tard pour annuler' }).waitFor()
      if (javaScript) assert.deepEqual(await faultsAt(page), [])
      await page.getByLabel('Motif').selectOption('Salarié en congé')
      await page.getByRole('button', { name: 'Confirmer les annulations' }).click()
      await page.getByRole('heading', { level: 1, name: '2 visites annulées, 1 inchangée' }).waitFor()
      if (javaScript) assert.deepEqual(await faultsAt(page), [])
    }
  })

  test('the calendar is read and turned with the keyboard', async ({ assert }) => {
    const { visits, page } = await anEmployer()
    const day = visits[1]!.startsAt.toISODate()
    await page.goto(`/convocations/calendrier?vue=semaine&jour=${day}`)
    const visit = page.getByRole('link', { name: /Élodie Marchevaux/ })
    await visit.waitFor()
    assert.deepEqual(await faultsAt(page), [])
    await page.getByRole('link', { name: 'Semaine suivante' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.search.includes(String(day)))
    await page.getByRole('link', { name: 'Semaine précédente' }).focus()
    await page.keyboard.press('Enter')
    await visit.waitFor()
    await page.getByRole('link', { name: 'Voir la liste' }).focus()
    await page.keyboard.press('Tab')
    assert.match(await page.evaluate<string>('document.activeElement.textContent'), /Marchevaux/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: "Convocation d'Élodie Marchevaux" }).waitFor()
    await page.goto('/convocations/calendrier')
    assert.deepEqual(await faultsAt(page), [])
  })

  test('the address for an agenda is made, followed, then ended', async ({ assert }) => {
    const { page } = await anEmployer()
    await page.goto('/convocations/agenda')
    await page.getByRole('button', { name: "Créer l'adresse" }).click()
    const address = new URL((await page.locator('code').textContent())!)
    assert.deepEqual(await faultsAt(page), [])
    const follow = () => fetch(new URL(address.pathname, portalUrl()))
    assert.include(await (await follow()).text(), 'BEGIN:VEVENT')
    await page.getByRole('button', { name: "Supprimer l'adresse" }).click()
    await page.getByText("L'adresse ne fonctionne plus").waitFor()
    assert.equal((await follow()).status, 404)
  })
})
