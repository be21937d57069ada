import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { faultsOf, openPage } from '#tests/support/browser'
import { createMember, createUser, uniqueEmail, type User } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link, signIn, textOf } from '#tests/browser/people'

const BOTH = [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]

async function holder() {
  return createUser({ member: await createMember(), holder: true })
}

/** By the menu, as a person would. */
async function openAccount(page: Page) {
  await page.getByText('Mon compte utilisateur').click()
  await link(page, 'Mon compte').first().click()
  await heading(page, 'Mon compte').waitFor()
}

async function givePassword(page: Page, user: User) {
  await page.goto('/connexion')
  await page.getByLabel('Identifiant').fill(user.identifier)
  await page.getByLabel('Mot de passe', { exact: true }).fill(user.password)
  await button(page, 'Connexion').click()
  await heading(page, 'Code de connexion').waitFor()
}

async function signOut(page: Page) {
  await page.getByText('Mon compte utilisateur').click()
  await button(page, 'Déconnexion').click()
  await heading(page, 'Connexion').waitFor()
}

async function overflowAt320(page: Page) {
  await page.setViewportSize({ width: 320, height: 800 })
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
    return scrollWidth - clientWidth
  })
  await page.setViewportSize({ width: 1280, height: 900 })
  return overflow
}

test.group('A second factor in a browser', () => {
  test('is set up, then a code and a recovery code open the account {how}')
    .with(BOTH)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const user = await holder()
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await signIn(page, user)
      await openAccount(page)
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await overflowAt320(page), 0)
      await link(page, 'Activer la double authentification').click()
      assert.deepEqual(await faultsOf(page), [])
      await link(page, 'Utiliser une application').click()
      await heading(page, "Application d'authentification").waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await overflowAt320(page), 0)

      const totp = new TOTP({ secret: Secret.fromBase32((await page.locator('code').innerText()).replaceAll(' ', '')) })
      await page.getByLabel('Code à 6 chiffres').fill(totp.generate({ timestamp: Date.now() - 30_000 }))
      await button(page, 'Activer').click()
      await heading(page, 'Codes de secours').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await overflowAt320(page), 0)
      const codes = await page.locator('code').allInnerTexts()
      assert.lengthOf(codes, 10)
      const [download] = await Promise.all([page.waitForEvent('download'), link(page, 'Enregistrer les codes').click()])
      assert.equal(download.suggestedFilename(), 'codes-de-secours-ostra.txt')

      await signOut(page)
      await givePassword(page, user)
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Code à 6 chiffres').fill('12')
      await button(page, 'Valider').click()
      await page.getByText('Un point à corriger').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Code à 6 chiffres').fill(totp.generate())
      await button(page, 'Valider').click()
      await heading(page, 'Tableau de bord').waitFor()

      await signOut(page)
      await givePassword(page, user)
      await page.getByLabel('Code à 6 chiffres').fill(codes[0]!)
      await button(page, 'Valider').click()
      await page.getByText('Ce code de secours ne sert plus').waitFor()
      await openAccount(page)
      assert.include(await textOf(page), '9 codes de secours en réserve')
      await link(page, 'Gérer la double authentification').click()
      assert.deepEqual(await faultsOf(page), [])
      await link(page, 'Arrêter la double authentification').click()
      assert.deepEqual(await faultsOf(page), [])
      await button(page, 'Arrêter la double authentification').click()
      await page.getByText('La double authentification est arrêtée').waitFor()
    })
})

test.group('A device in a browser', () => {
  test('that is closed from another is signed out at its next click {how}')
    .with(BOTH)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const user = await holder()
      const [here, there] = [await openPage({ javaScript }), await openPage({ javaScript })]
      cleanup(async () => void (await Promise.all([here, there].map((page) => page.context().close()))))
      await signIn(there, user)
      await signIn(here, user)
      await openAccount(here)
      await link(here, 'Voir mes appareils').click()
      await heading(here, 'Appareils connectés').waitFor()
      assert.deepEqual(await faultsOf(here), [])
      assert.equal(await overflowAt320(here), 0)
      await button(here, /^Déconnecter Chrome/).click()
      await here.getByText("Vous n'êtes connecté nulle part ailleurs").waitFor()
      await link(there, 'Salariés').first().click()
      await heading(there, 'Connexion').waitFor()
      await link(here, 'Salariés').first().click()
      await heading(here, 'Salariés').waitFor()
    })
})

test.group('A new password in a browser', () => {
  test('is chosen from the account {how}')
    .with(BOTH)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const user = await holder()
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await signIn(page, user)
      await openAccount(page)
      await link(page, 'Changer mon mot de passe').click()
      await page.getByLabel('Mot de passe actuel').fill(user.password)
      await page.getByLabel('Nouveau mot de passe').fill('court')
      await page.getByLabel('Confirmation').fill('court')
      await button(page, 'Changer mon mot de passe').click()
      await page.getByText('Un point à corriger').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await overflowAt320(page), 0)
      await page.getByLabel('Mot de passe actuel').fill(user.password)
      await page.getByLabel('Nouveau mot de passe').fill('girouette-mandarine-pluvier-61')
      await page.getByLabel('Confirmation').fill('girouette-mandarine-pluvier-61')
      await button(page, 'Changer mon mot de passe').click()
      await page.getByText('Votre mot de passe est changé').waitFor()
      await signOut(page)
      await signIn(page, { ...user, password: 'girouette-mandarine-pluvier-61' })
    })
})

test.group('A new e-mail in a browser', (group) => {
  group.setup(async () => {
    await settleWorkflows()
    const worker = await startWorker()
    return () => worker.stop()
  })

  test('is confirmed on both addresses, each from its mail')
    .timeout(90_000)
    .run(async ({ assert, cleanup }) => {
      const user = await holder()
      const email = uniqueEmail('nouvelle')
      const page = await openPage()
      const mailbox = await openPage({ javaScript: false })
      cleanup(async () => void (await Promise.all([page, mailbox].map((one) => one.context().close()))))
      await signIn(page, user)
      await openAccount(page)
      await link(page, "Changer d'adresse e-mail").click()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Nouvelle adresse e-mail').fill(email)
      await button(page, 'Envoyer les deux liens').click()
      await heading(page, 'Mon compte').waitFor()
      await page.getByText("Changement d'adresse en attente").waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await overflowAt320(page), 0)

      for (const [address, title] of [[user.email, 'Cette adresse est confirmée'], [email, 'Votre adresse est changée']] as const) {
        const mail = await mailTo(address, ({ links }) => links.some((one) => one.includes('/adresse/confirmation/')))
        await mailbox.goto(mail.links.find((one) => one.includes('/adresse/confirmation/'))!)
        await heading(mailbox, 'Confirmer cette adresse').waitFor()
        assert.deepEqual(await faultsOf(mailbox), [])
        await button(mailbox, 'Confirmer').click()
        await heading(mailbox, title).waitFor()
        assert.deepEqual(await faultsOf(mailbox), [])
      }
      await page.reload()
      assert.include(await textOf(page), email)
      const told = await mailTo(email, ({ subject }) => subject === "Votre accès à l'Espace adhérent")
      assert.include(told.text, 'Votre adresse e-mail a changé')
    })
})
