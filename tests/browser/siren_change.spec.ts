import { test } from '@japa/runner'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { PDF, createMember, createStaff, createUser, someSiret } from '#tests/support/factories'
import { button, heading, link, signIn, signInStaff, textOf } from '#tests/browser/people'

test.group('A change of SIREN, in Chromium', () => {
  test('is asked with its proof, decided by the staff, and in force, JavaScript {$self}')
    .with([true, false])
    .run(async ({ assert }, javaScript) => {
      const member = await createMember()
      const holder = await createUser({ member, holder: true, name: 'Camille Dorval' })
      const siret = await someSiret()
      const page = await openPage({ javaScript })
      await signIn(page, holder)
      await link(page, 'Entreprise').first().click()
      await link(page, 'Changer de SIREN').first().click()
      await button(page, 'Envoyer la demande').click()
      await page.getByText('Joignez le justificatif').first().waitFor()
      assert.isEmpty(await faultsOf(page))
      await page.getByLabel('Fusion ou absorption').check()
      await page.getByLabel('Nouveau SIRET').fill(siret)
      await page.getByLabel('Raison sociale').fill('Menuiserie Nouvelle')
      await page.getByLabel("Date d'effet").fill('01/01/2026')
      await page.getByLabel('Justificatif').setInputFiles({ name: 'kbis.pdf', mimeType: 'application/pdf', buffer: PDF })
      await button(page, 'Envoyer la demande').click()
      await heading(page, 'Changement de SIREN').waitFor()
      assert.isEmpty(await faultsOf(page))
      const address = new URL(page.url()).pathname

      const { url: baseURL } = await backOffice()
      const desk = await openPage({ baseURL, javaScript })
      await signInStaff(desk, await createStaff({ role: 'member_relations' }))
      await desk.goto(`/admin/siren?recherche=${member.number}`)
      await link(desk, member.name).first().click()
      await button(desk, 'Prendre en charge').click()
      await desk.getByText('Vous avez pris cette demande en charge').waitFor()
      assert.isEmpty(await faultsOf(desk))
      await button(desk, 'Accepter').click()
      await desk.getByText('Le changement est accepté').waitFor()

      await page.goto(address)
      assert.include(await textOf(page), 'Les nouveaux numéros sont en vigueur')
      await page.goto('/entreprise')
      await heading(page, 'Menuiserie Nouvelle').waitFor()
      await desk.context().close()
      await page.context().close()
    })
})
