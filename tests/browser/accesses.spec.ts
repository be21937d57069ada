import { test } from '@japa/runner'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { createAccess, createEmployee, createMember, createStaff, createUser, insert, PASSWORD, uniqueEmail } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link, signIn, signInStaff, textOf } from '#tests/browser/people'

const NEW_PASSWORD = 'givre-pelote-carillon-58'
const WAYS = [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]

async function aMember() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  const site = await insert('sites', { member_id: member.id, name: 'Atelier de Vern' })
  await createEmployee({ member, site_id: site.id, family_name: 'Marchevaux' })
  await createEmployee({ member, family_name: 'Diarrassou' })
  return { member, holder }
}

const invitationIn = (mail: { links: string[] }) => mail.links.find((one) => one.includes('/invitation/'))!

test.group('An access', (group) => {
  group.setup(async () => {
    await settleWorkflows()
    const worker = await startWorker()
    return () => worker.stop()
  })

  test('is given by a mailed invitation, and opens what was granted, no more {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, holder } = await aMember()
      const email = uniqueEmail('invitee')
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())

      await signIn(page, holder)
      await page.getByText('Mon compte utilisateur').click()
      await link(page, 'Gestion des accès').click()
      await heading(page, 'Gestion des accès').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await link(page, 'Inviter une personne').click()
      await button(page, "Envoyer l'invitation").click()
      await page.getByText('points à corriger').waitFor()
      assert.deepEqual(await faultsOf(page), [])

      await page.getByLabel('Nom', { exact: true }).fill('Maëlle Corvaisier')
      await page.getByLabel('E-mail').fill(email)
      await page.getByRole('radio', { name: 'Sur mesure' }).check()
      await page.getByRole('radio', { name: 'Salariés : Lire', exact: true }).check()
      await page.getByRole('radio', { name: 'Certains sites seulement' }).check()
      await page.getByRole('checkbox', { name: 'Atelier de Vern' }).check()
      assert.deepEqual(await faultsOf(page), [])
      await button(page, "Envoyer l'invitation").click()
      await page.getByText(`L'invitation part à ${email}`).waitFor()
      assert.deepEqual(await faultsOf(page), [])

      const invited = await openPage({ javaScript })
      cleanup(() => invited.context().close())
      await invited.goto(invitationIn(await mailTo(email)))
      await heading(invited, `Rejoindre le compte de ${member.name}`).waitFor()
      assert.deepEqual(await faultsOf(invited), [])
      await invited.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD)
      await invited.getByLabel('Confirmation').fill(NEW_PASSWORD)
      await button(invited, 'Créer mon accès').click()
      await heading(invited, 'Tableau de bord').waitFor()
      assert.deepEqual(await faultsOf(invited), [])
      const menu = await invited.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').allTextContents()
      assert.deepEqual(menu.map((label) => label.trim()), ['Tableau de bord', 'Salariés'])
      await link(invited, 'Salariés').first().click()
      await heading(invited, /Salariés/).waitFor()
      const list = await textOf(invited)
      assert.include(list, 'Marchevaux')
      assert.notInclude(list, 'Diarrassou')

      await page.reload()
      await link(page, 'Maëlle Corvaisier').click()
      await button(page, "Suspendre l'accès").click()
      await page.getByText("L'accès est suspendu").waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await invited.reload()
      await heading(invited, "Aucun compte ne vous est ouvert").waitFor()
    })

  test('is linked to the account that the invited person has {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, holder } = await aMember()
      const known = await createUser({ member: await createMember(), preset: 'rh', name: 'Gaëtan Lorvellec' })
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await signIn(page, holder)
      await page.goto('/acces/invitations/nouvelle')
      await page.getByLabel('Nom', { exact: true }).fill(known.name)
      await page.getByLabel('E-mail').fill(known.email)
      await page.getByRole('radio', { name: /^Convocations/ }).check()
      await button(page, "Envoyer l'invitation").click()
      await page.getByText('L\'invitation part à').waitFor()

      const other = await openPage({ javaScript })
      cleanup(() => other.context().close())
      await other.goto(invitationIn(await mailTo(known.email)))
      await other.getByText('Vous avez déjà un compte').waitFor()
      assert.deepEqual(await faultsOf(other), [])
      await link(other, 'Se connecter').click()
      await other.getByLabel('Identifiant').fill(known.email)
      await other.getByLabel('Mot de passe', { exact: true }).fill(known.password)
      await button(other, 'Connexion').click()
      await heading(other, `Rejoindre le compte de ${member.name}`).waitFor()
      assert.deepEqual(await faultsOf(other), [])
      await button(other, "Accepter l'invitation").click()
      await heading(other, 'Tableau de bord').waitFor()
      assert.include(await other.title(), member.name)
      await other.goto('/comptes')
      assert.equal(await button(other, /^Ouvrir/).count(), 1)
    })

  test('of the holder is handed over {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, holder } = await aMember()
      const next = await createAccess({ member, preset: 'administrateur', name: 'Hugo Delaunoy' })
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await signIn(page, holder)
      await page.goto('/acces')
      await link(page, 'Transmettre le rôle de titulaire').click()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByRole('radio', { name: 'Hugo Delaunoy' }).check()
      await page.getByLabel('Votre mot de passe').fill(PASSWORD)
      await button(page, 'Transmettre le rôle').click()
      await page.getByText('Le rôle de titulaire est transmis').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      const theirs = await openPage({ javaScript })
      cleanup(() => theirs.context().close())
      await signIn(theirs, { identifier: member.number, password: next.user.password })
    })

  test('of a lost holder is found again by relations adhérents {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member } = await aMember()
      const email = uniqueEmail('titulaire')
      const { url: baseURL } = await backOffice()
      const desk = await openPage({ baseURL, javaScript })
      cleanup(() => desk.context().close())
      await signInStaff(desk, await createStaff({ role: 'member_relations' }))
      await desk.goto(`/admin/adherents/${member.id}`)
      await link(desk, 'Utilisateurs et droits').click()
      await heading(desk, 'Utilisateurs').waitFor()
      assert.deepEqual(await faultsOf(desk), [])
      await link(desk, 'Chercher un nouveau titulaire').click()
      await desk.getByLabel('Motif').fill('Le titulaire a quitté la société.')
      await desk.getByLabel('Pièce vérifiée').fill('Kbis du 02/11/2026')
      await desk.getByLabel('Nom du nouveau titulaire').fill('Maëlle Corvaisier')
      await desk.getByLabel('E-mail du nouveau titulaire').fill(email)
      await desk.getByRole('radio', { name: 'Son accès est retiré' }).check()
      assert.deepEqual(await faultsOf(desk), [])
      await button(desk, 'Inviter le nouveau titulaire').click()
      await desk.getByText("L'invitation part au nouveau titulaire").waitFor()
      assert.deepEqual(await faultsOf(desk), [])

      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await page.goto(invitationIn(await mailTo(email)))
      await page.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD)
      await page.getByLabel('Confirmation').fill(NEW_PASSWORD)
      await button(page, 'Créer mon accès').click()
      await heading(page, 'Tableau de bord').waitFor()
      await page.goto('/acces')
      await page.getByText('titulaire', { exact: true }).waitFor()
    })
})
