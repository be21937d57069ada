import { test } from '@japa/runner'
import { faultsOf, openPage } from '#tests/support/browser'
import { createMember, insert, uniqueEmail } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link } from '#tests/browser/people'

const PASSWORD = 'givre-pelote-carillon-58'

test.group('A first access', (group) => {
  group.setup(async () => {
    await settleWorkflows()
    const worker = await startWorker()
    return () => worker.stop()
  })

  test('opens the account by a mailed link that works once {how}')
    .with([
      { how: 'with JavaScript', javaScript: true },
      { how: 'without JavaScript', javaScript: false },
    ])
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const member = await createMember()
      const email = uniqueEmail('direction')
      await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email })
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())

      await page.goto('/connexion')
      await link(page, 'première connexion').click()
      await heading(page, 'Première connexion').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel("Numéro d'adhérent").fill(member.number)
      await button(page, 'Envoyer le lien').click()
      await heading(page, 'Consultez votre messagerie').waitFor()
      assert.deepEqual(await faultsOf(page), [])

      const mail = await mailTo(email)
      const address = mail.links.find((one) => one.includes('/premiere-connexion/'))!
      await page.goto(address)
      await heading(page, `Ouvrir le compte de ${member.name}`).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Nouveau mot de passe').fill('court')
      await page.getByLabel('Confirmation').fill('court')
      await button(page, 'Choisir mon mot de passe').click()
      await page.getByText('au moins 12').first().waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Nouveau mot de passe').fill(PASSWORD)
      await page.getByLabel('Confirmation').fill(PASSWORD)
      await button(page, 'Choisir mon mot de passe').click()

      await page.getByText(`Le compte de ${member.name} est ouvert`).waitFor()
      await page.getByLabel('Identifiant').fill(member.number)
      await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
      await button(page, 'Connexion').click()
      await heading(page, 'Tableau de bord').waitFor()
      assert.include(await page.title(), member.name)

      await page.goto(address)
      await heading(page, 'Ce lien ne sert plus').waitFor()
    })
})
