import { test } from '@japa/runner'
import type { CDPSession, Page } from 'playwright-core'
import env from '#start/env'
import { faultsOf, openPage } from '#tests/support/browser'
import { createMember, createUser, rowOf, rowsOf, type User } from '#tests/support/factories'
import { button, heading, link, signIn } from '#tests/browser/people'

/** A key within the browser, that knows its holder. */
async function pluggedIn(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
  return { cdp, authenticatorId }
}

async function withKey(name: string) {
  const user = await createUser({ member: await createMember(), holder: true })
  const page = await openPage()
  const key = await pluggedIn(page)
  await signIn(page, user)
  await page.goto('/compte/cles')
  await page.getByLabel('Nom de la clé').fill(name)
  if (await page.getByText("La clé n'a pas répondu").isVisible()) throw new Error('Nothing was asked of the key yet')
  await button(page, "Ajouter une clé d'accès").click()
  await page.getByText(`La clé « ${name} » est ajoutée`).waitFor()
  return { user, page, ...key }
}

async function signOut(page: Page) {
  await page.getByText('Mon compte utilisateur').click()
  await button(page, 'Déconnexion').click()
  await heading(page, 'Connexion').waitFor()
}

async function givePassword(page: Page, user: User) {
  await page.goto('/connexion')
  await page.getByLabel('Identifiant').fill(user.identifier)
  await page.getByLabel('Mot de passe', { exact: true }).fill(user.password)
  await button(page, 'Connexion').click()
}

test.group('A passkey in Chromium', (group) => {
  // No key signs for an address in numbers.
  group.setup(() => {
    const address = env.get('APP_URL')
    env.set('APP_URL', address.replace('127.0.0.1', 'localhost'))
    return () => env.set('APP_URL', address)
  })

  test('is added, opens the account in the place of the password, and is removed', async ({ assert, cleanup }) => {
    const { user, page } = await withKey('Ordinateur du bureau')
    cleanup(() => page.context().close())
    assert.deepEqual(await faultsOf(page), [])
    await signOut(page)
    assert.deepEqual(await faultsOf(page), [])
    await button(page, "Utiliser une clé d'accès").click()
    await heading(page, 'Tableau de bord').waitFor()
    const [stored] = await rowsOf('passkeys', { user_id: user.id })
    assert.isAbove(Number(stored.counter), 0)
    assert.isNotNull(stored.used_at)

    await page.goto('/compte/cles')
    await link(page, /^Retirer/).click()
    await heading(page, 'Retirer').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await button(page, 'Retirer cette clé').click()
    await page.getByText("Vous n'avez aucune clé d'accès").waitFor()
    await signOut(page)
    await button(page, "Utiliser une clé d'accès").click()
    await page.getByText("Cette clé d'accès n'ouvre aucun compte").waitFor()
    const events = (await rowsOf('journal_entries', { subject_id: user.id })).map(({ event }) => event)
    assert.sameMembers(events, ['session.opened', 'passkey.added', 'session.opened', 'passkey.removed'])
  })

  test('is asked after the password once its holder wants it so', async ({ assert, cleanup }) => {
    const { user, page } = await withKey('Téléphone')
    cleanup(() => page.context().close())
    await page.goto('/compte/double-authentification')
    await button(page, 'Demander une clé après le mot de passe').click()
    await heading(page, 'Codes de secours').waitFor()
    assert.lengthOf(await page.locator('code').allInnerTexts(), 10)
    await signOut(page)
    await givePassword(page, user)
    await heading(page, 'Code de connexion').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await button(page, "Utiliser une clé d'accès").click()
    await heading(page, 'Tableau de bord').waitFor()
  })

  test('of another account is not the second factor of this one', async ({ assert, cleanup }) => {
    const { page, cdp, authenticatorId } = await withKey('Mienne')
    const theirs = await withKey('Autre')
    cleanup(async () => void (await Promise.all([page, theirs.page].map((one) => one.context().close()))))
    await theirs.page.goto('/compte/double-authentification')
    await button(theirs.page, 'Demander une clé après le mot de passe').click()
    await heading(theirs.page, 'Codes de secours').waitFor()

    await signOut(page)
    await givePassword(page, theirs.user)
    await heading(page, 'Code de connexion').waitFor()
    await button(page, "Utiliser une clé d'accès").click()
    await page.getByText("La clé n'a pas répondu").waitFor()
    assert.lengthOf((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials, 1)
    await page.goto('/comptes')
    await heading(page, 'Connexion').waitFor()
  })

  test('that was copied, and so counts less than was seen, opens nothing', async ({ assert, cleanup }) => {
    const { user, page, cdp, authenticatorId } = await withKey('Copiée')
    cleanup(() => page.context().close())
    const [copy] = (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials
    await signOut(page)
    for (let count = 0; count < 2; count++) {
      await button(page, "Utiliser une clé d'accès").click()
      await heading(page, 'Tableau de bord').waitFor()
      await signOut(page)
    }
    await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
    await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: copy! })
    await button(page, "Utiliser une clé d'accès").click()
    await page.getByText("Cette clé d'accès n'ouvre aucun compte").waitFor()
    assert.isNotNull(await rowOf('journal_entries', { subject_id: user.id, event: 'passkey.refused' }))
  })

  test('gives an answer that opens once: sent again it is refused', async ({ cleanup }) => {
    const { page } = await withKey('Rejouée')
    cleanup(() => page.context().close())
    await signOut(page)
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/connexion/cle'))
    await button(page, "Utiliser une clé d'accès").click()
    const answer = new URLSearchParams((await sent).postData()!).get('reponse')!
    await heading(page, 'Tableau de bord').waitFor()
    await signOut(page)
    await page.evaluate((reponse) => {
      const form = (globalThis as any).document.querySelector('form[data-passkey]')
      form.elements.reponse.value = reponse
      form.submit()
    }, answer)
    await page.getByText("Cette clé d'accès n'ouvre aucun compte").waitFor()
  })

  test('stands for the password before a sensitive act', async ({ cleanup }) => {
    const { page } = await withKey('Confirmation')
    cleanup(() => page.context().close())
    await page.goto('/compte/verification')
    await button(page, "Utiliser une clé d'accès").click()
    await heading(page, 'Mon compte').waitFor()
  })

  test('needs JavaScript, which the pages say, and the password remains', async ({ assert, cleanup }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    const page = await openPage({ javaScript: false })
    cleanup(() => page.context().close())
    await page.goto('/connexion')
    await page.getByText("Une clé d'accès demande JavaScript").waitFor()
    assert.equal(await button(page, "Utiliser une clé d'accès").count(), 0)
    await signIn(page, user)
    await page.goto('/compte/cles')
    await page.getByText("Une clé d'accès demande JavaScript").waitFor()
    assert.deepEqual(await faultsOf(page), [])
  })
})
