import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { button, heading, link, signIn, signInStaff, textOf } from '#tests/browser/people'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { createEmployee, createMember, createRequest, createStaff, createUser } from '#tests/support/factories'

const PHONE = { width: 360, height: 740 }

async function faultsOnBoth(page: Page) {
  const faults = await faultsOf(page)
  const { width, height } = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 700 })
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
    return scrollWidth - clientWidth
  })
  await page.setViewportSize({ width, height })
  return overflow > 0 ? [...faults, `${overflow} pixels wider than 320`] : faults
}

test.group('Employer and planner, in Chromium', () => {
  test('write to each other on a request, JavaScript {javaScript}, phone {phone}')
    .with([{ javaScript: true, phone: false }, { javaScript: false, phone: true }])
    .run(async ({ assert }, { javaScript, phone }) => {
      const member = await createMember()
      const user = await createUser({ member, holder: true })
      const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
      const request = await createRequest({ employee })
      const planner = await createStaff({ role: 'planner' })
      const how = { javaScript, ...(phone && { viewport: PHONE }) }

      const employer = await openPage(how)
      await signIn(employer, user)
      await employer.goto(`/demandes/${request.id}`)
      await button(employer, 'Envoyer le message').click()
      await employer.getByRole('alert').getByRole('link', { name: 'Écrivez votre message' }).waitFor()
      assert.deepEqual(await faultsOnBoth(employer), [])
      await employer.getByLabel('Votre message au secrétariat').fill('Le mardi nous arrange.\nOu le jeudi matin.')
      await button(employer, 'Envoyer le message').click()
      await employer.getByText('Votre message est envoyé').waitFor()
      assert.deepEqual(await faultsOnBoth(employer), [])

      const office = await openPage({ baseURL: (await backOffice()).url, ...how })
      await signInStaff(office, planner)
      await office.goto(`/admin/planification?etat=messages&recherche=${member.number}`)
      assert.deepEqual(await faultsOf(office), [])
      await link(office, "L'employeur a écrit un message").click()
      await office.getByText('Ou le jeudi matin.').waitFor()
      assert.deepEqual(await faultsOf(office), [])
      await office.getByLabel("Message à l'employeur").fill('Entendu, ce sera un mardi.')
      await button(office, 'Envoyer le message').click()
      await office.getByText('Votre message est envoyé').waitFor()
      assert.notInclude(await textOf(office), 'Marquer comme traité')

      await employer.goto('/demandes')
      await employer.getByText("Nouveau message d'OSTRA").waitFor()
      assert.deepEqual(await faultsOnBoth(employer), [])
      await employer.goto('/notifications')
      await link(employer, "Message d'OSTRA sur la demande pour Élodie Marchevaux").click()
      await heading(employer, 'Visite de suivi pour Élodie Marchevaux').waitFor()
      const said = await textOf(employer)
      assert.include(said, 'Entendu, ce sera un mardi.')
      assert.include(said, 'Nouveau')
    })
})
