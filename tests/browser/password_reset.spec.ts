import { test } from '@japa/runner'
import { faultsOf, openPage } from '#tests/support/browser'
import { createMember, createUser } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link, signIn } from '#tests/browser/people'

const NEW_PASSWORD = 'givre-pelote-carillon-58'

test.group('A lost password', (group) => {
  group.setup(async () => {
    await settleWorkflows()
    const worker = await startWorker()
    return () => worker.stop()
  })

  test('is changed by a mailed link that works once {how}')
    .with([
      { how: 'with JavaScript', javaScript: true },
      { how: 'without JavaScript', javaScript: false },
    ])
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const member = await createMember()
      const holder = await createUser({ member, holder: true })
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())

      await page.goto('/connexion')
      await link(page, 'Réinitialiser votre mot de passe').click()
      await heading(page, 'Réinitialiser votre mot de passe').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Identifiant').fill(member.number)
      await button(page, 'Envoyer le lien').click()
      await heading(page, 'Consultez votre messagerie').waitFor()
      assert.deepEqual(await faultsOf(page), [])

      const mail = await mailTo(holder.email)
      const address = mail.links.find((one) => one.includes('/mot-de-passe/reinitialisation/'))!
      await page.goto(address)
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD)
      await page.getByLabel('Confirmation').fill(NEW_PASSWORD)
      await button(page, 'Changer mon mot de passe').click()
      await page.getByText('Votre mot de passe est changé').waitFor()
      assert.deepEqual(await faultsOf(page), [])

      await page.goto(address)
      await heading(page, 'Ce lien ne sert plus').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await signIn(page, { identifier: member.number, password: NEW_PASSWORD })
    })
})
