import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { DateTime } from 'luxon'
import { addDays, parisDay } from '#shared/dates'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { createDueVisit, createEmployee, createMember, createRequest, createSlot, createStaff, createVisit, owner, rowOf, type Staff } from '#tests/support/factories'

const PHONE = { width: 360, height: 740 }

async function open({ javaScript = true, phone = false } = {}) {
  const { url: baseURL } = await backOffice()
  return openPage({ baseURL, javaScript, ...(phone && { viewport: PHONE }) })
}

async function signIn(page: Page, staff: Staff) {
  await page.goto('/admin')
  await page.getByLabel('Identifiant').fill(staff.email)
  await page.getByLabel('Mot de passe').fill(staff.password)
  await page.getByRole('button', { name: 'Connexion' }).click()
  await page.getByLabel('Code à 6 chiffres').fill(staff.code())
  await page.getByRole('button', { name: 'Valider' }).click()
  await page.waitForURL('**/admin')
}

/** A request whose own centre is the only one with a slot on its days: what is proposed is known. */
async function createWorld() {
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Nolwenn', family_name: `Abgrall ${member.number}` })
  const last = await owner().from('slots').max('ends_at as at').first()
  const first = 30 + Math.max(0, Math.ceil((+new Date(last.at) - Date.now()) / 86_400_000))
  const deadline = addDays(parisDay(inDays(first, '12:00')), 12)
  await createDueVisit({ employee, until_on: deadline })
  const request = await createRequest({ employee, legalDeadline: deadline })
  await owner().from('visit_requests').where('id', request.id).update({ wish_from: parisDay(inDays(first, '12:00')) })
  const place = { centre: member.centre, practitioner: member.nurse, minutes: 30 }
  const slots = [await createSlot({ startsAt: inDays(first, '09:30'), ...place }), await createSlot({ startsAt: inDays(first, '10:00'), ...place })]
  return { member, employee, request, slots }
}

test.group('The planner, in Chromium', () => {
  test('takes a request, gives it a slot and records the outcome, JavaScript {javaScript}, phone {phone}')
    .with([{ javaScript: true, phone: false }, { javaScript: false, phone: true }])
    .run(async ({ assert }, how) => {
      const { member, employee, request, slots } = await createWorld()
      const page = await open(how)
      await signIn(page, await createStaff())
      await page.goto(`/admin/planification?recherche=${member.number}`)
      await page.getByRole('button', { name: 'Prendre en charge' }).click()
      await page.getByText('Vous avez pris cette demande en charge').waitFor()
      await page.getByRole('button', { name: 'Planifier' }).click()
      const best = page.getByRole('radio').first()
      assert.isTrue(await best.isChecked())
      assert.equal(await best.getAttribute('value'), slots[0]!.id)
      await page.getByText('Le premier créneau libre au centre de Vern, 12 jours avant la date limite').waitFor()
      await page.getByRole('button', { name: 'Convoquer' }).click()
      await page.getByText('La visite est planifiée').waitFor()
      const { id } = await rowOf('visits', { visit_request_id: request.id })
      assert.equal(new URL(page.url()).pathname, `/admin/visites/${id}`)
      assert.equal(await page.getByRole('button', { name: 'Réalisée' }).count(), 0)

      await page.getByRole('button', { name: 'Déplacer' }).click()
      await page.getByRole('heading', { name: `Déplacer la visite d'Abgrall`.replace("d'Abgrall", `de ${employee.name}`) }).waitFor()
      await page.goto(`/admin/visites/${id}`)
      await page.getByRole('button', { name: 'Annuler' }).click()
      await page.getByLabel('Motif').fill('Professionnel absent')
      await page.getByRole('button', { name: "Confirmer l'annulation" }).click()
      await page.getByText('La visite est annulée').waitFor()

      const begun = await createVisit({ employee, startsAt: DateTime.utc().minus({ minutes: 20 }) })
      await page.goto(`/admin/visites/${begun.id}`)
      await page.getByRole('button', { name: 'Absence non excusée' }).click()
      await page.getByText("L'absence non excusée est enregistrée").waitFor()
      await page.context().close()
    })

  test('puts a request on the slot that is pressed in the table of the day', async ({ assert }) => {
    const { member, request, slots } = await createWorld()
    const page = await open()
    await signIn(page, await createStaff())
    await page.goto(`/admin/planification?demande=${request.id}&recherche=${member.number}`)
    await page.getByRole('button', { name: 'Proposition 2' }).click()
    await page.getByText('La visite est planifiée').waitFor()
    assert.equal((await rowOf('visits', { visit_request_id: request.id })).slot_id, slots[1]!.id)
    await page.context().close()
  })

  test('meets no fault that axe would find, nor a page wider than a phone', async ({ assert }) => {
    const { member, request } = await createWorld()
    const visit = await createVisit({ startsAt: inDays(3, '10:00') })
    const begun = await createVisit({ startsAt: DateTime.utc().minus({ minutes: 20 }) })
    const page = await open({ phone: true })
    await page.goto('/admin/connexion')
    assert.deepEqual(await faultsOf(page), [])
    await signIn(page, await createStaff())
    const paths = [
      '/admin', `/admin/planification?demande=${request.id}&recherche=${member.number}`, `/admin/demandes/${request.id}`,
      `/admin/demandes/${request.id}/convocation`, `/admin/demandes/${request.id}/refus`, `/admin/visites/${visit.id}`,
      `/admin/visites/${begun.id}`, `/admin/visites/${visit.id}/annulation`, `/admin/visites/${visit.id}/deplacement`,
    ]
    for (const path of paths) {
      await page.goto(path)
      assert.deepEqual(await faultsOf(page), [], path)
      assert.isAtMost(Number(await page.evaluate('document.documentElement.scrollWidth')), PHONE.width, path)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    for (const path of paths) {
      await page.goto(path)
      assert.deepEqual(await faultsOf(page), [], path)
    }
    await page.context().close()
  })
})

test.group('A register, in Chromium', () => {
  test('works under the policy of our pages, from the keyboard, and sends its rows to our pages', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, family_name: `Quéméner ${member.number}` })
    const visit = await createVisit({ employee, startsAt: inDays(5, '10:00') })
    const page = await open()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await signIn(page, await createStaff())

    await page.goto('/admin/resources/salaries')
    await page.getByText('Filtrer').click()
    await page.getByLabel('Nom', { exact: true }).fill(`quemener ${member.number}`)
    await page.getByRole('button', { name: 'Appliquer' }).click()
    const row = page.getByRole('link', { name: `Ouvrir Quéméner ${member.number}` })
    await row.waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.deepEqual(await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').allTextContents(), ['Planification', 'Adhérents', 'Salariés'])
    await row.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/admin/resources/salaries/records/${employee.id}/show`)
    await page.getByText('Date de naissance').waitFor()
    assert.deepEqual(await faultsOf(page), [])

    await page.goto(`/admin/resources/visites?filters.salarie=${encodeURIComponent(`quemener ${member.number}`)}`)
    await page.getByText(`Quéméner ${member.number}`).first().click()
    await page.waitForURL(`**/admin/visites/${visit.id}`)
    await page.getByRole('link', { name: 'OSTRA' }).click()
    await page.waitForURL('**/admin')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('says in French that the session ended, and asks the sign-in at the next page', async ({ assert }) => {
    const page = await open()
    const staff = await createStaff()
    await signIn(page, staff)
    await page.goto('/admin/resources/salaries')
    await page.getByText('Filtrer').waitFor()
    await owner().from('staff_users').where('id', staff.id).update({ active: false })
    await page.getByText('Nom', { exact: true }).first().click()
    await page.getByText('Si votre session a pris fin, rechargez la page').waitFor()
    await page.reload()
    await page.waitForURL('**/admin/connexion')
    assert.equal(await page.getByRole('button', { name: 'Connexion' }).count(), 1)
    await page.context().close()
  })
})
