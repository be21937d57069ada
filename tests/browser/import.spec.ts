import { test } from '@japa/runner'
import { faultsOf, openPage } from '#tests/support/browser'
import { createMember, createUser, rowOf, rowsOf, type Member } from '#tests/support/factories'
import { crowd, monthLater } from '#tests/support/imports/crowd'
import { dsnFile } from '#tests/support/imports/dsn'
import { enrol } from '#tests/support/imports/enrol'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link, signIn, textOf } from '#tests/browser/people'
import type { Child } from '#tests/support/children'
import type { Page } from 'playwright-core'

const PEOPLE = 5000
const CHANGES = 300

async function openImport(member: Member, options: { javaScript?: boolean; viewport?: { width: number; height: number } } = {}) {
  const page = await openPage(options)
  await signIn(page, await createUser({ member, preset: 'rh' }))
  await page.goto('/salaries')
  await link(page, 'Importer un fichier').click()
  await heading(page, 'Importer des salariés').waitFor()
  return page
}

async function sendFile(page: Page, name: string, content: Buffer) {
  await page.getByLabel('Fichier').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  await button(page, 'Envoyer le fichier').click()
  await heading(page, /^Import du/).waitFor()
}

test.group('Importing in a browser', (group) => {
  let worker: Child
  group.setup(async () => {
    await settleWorkflows()
    worker = await startWorker()
  })
  group.teardown(async () => {
    await worker.stop('SIGKILL')
  })

  test('a DSN of 5,000 people with 300 changes: sent, checked, applied, seen in the list', async ({ assert }) => {
    const member = await createMember()
    const people = crowd(PEOPLE)
    await enrol(member.id, people)
    const { siret } = await rowOf('members', { id: member.id })
    const page = await openImport(member)
    assert.deepEqual(await faultsOf(page), [])
    await sendFile(page, 'paie.dsn', dsnFile([{ siret, people: monthLater(people, CHANGES) }]))

    // Nobody reloads: the page goes on by itself from the comparison to the preview.
    await heading(page, /^Import du/).waitFor()
    await page.getByRole('heading', { name: 'Entrées' }).waitFor({ timeout: 60_000 })
    const preview = await textOf(page)
    for (const part of ['Entrées (60)', 'Sorties (60)', 'Changements (180)', '60 entrées, 60 sorties, 180 changements']) assert.include(preview, part)
    assert.notMatch(preview, /Anomalies|Doublons/)
    assert.deepEqual(await faultsOf(page), [])
    await link(page, /^Changements/).click()
    assert.match(await textOf(page), /Poste : [^→]+ → [^→]+ principal/)

    await button(page, "Appliquer l'import").click()
    await link(page, 'Voir les salariés').waitFor({ timeout: 60_000 })
    assert.include(await textOf(page), '300 personnes concernées : 60 entrées, 60 sorties, 180 changements')
    assert.deepEqual(await faultsOf(page), [])
    await link(page, 'Voir les salariés').click()
    await heading(page, 'Salariés').waitFor()
    assert.match(await textOf(page), /5.000 salariés présents/)
    await page.goto('/salaries?presence=sortis')
    assert.match(await textOf(page), /sur 60\b/)
    assert.lengthOf(await rowsOf('stoppages', { member_id: member.id }), 60)
  }).timeout(180_000)

  test('a table on a phone, without JavaScript: columns to recognise, boxes to tick, a page to reload', async ({ assert }) => {
    const member = await createMember()
    const page = await openImport(member, { javaScript: false, viewport: { width: 360, height: 780 } })
    const table = ["Z1;Prénom;Né(e) le;Poste;Date d'entrée", 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Soudeur;06/01/2020', 'Tyhuon;Inès;31/02/1990;Soudeuse;06/01/2020']
    await sendFile(page, 'effectif.csv', Buffer.from(table.join('\r\n'), 'latin1'))
    await page.getByLabel('Z1').selectOption('Nom')
    assert.deepEqual(await faultsOf(page), [])
    await button(page, 'Lire le fichier').click()
    for (let tries = 0; tries < 60 && !(await textOf(page)).includes('Entrées (2)'); tries += 1) {
      await page.waitForTimeout(500)
      await page.goto(page.url())
    }
    assert.isFalse(await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth > (globalThis as any).innerWidth))
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel(/Noé Morvanic/).uncheck()
    await button(page, 'Enregistrer ces choix').last().click()
    assert.include(await textOf(page), '1 sur 2 à appliquer')
    await link(page, /^Anomalies/).click()
    assert.include(await textOf(page), "la date 31/02/1990 n'existe pas")
    assert.deepEqual(await faultsOf(page), [])
    await button(page, "Appliquer l'import").click()
    for (let tries = 0; tries < 60 && !(await textOf(page)).includes('Voir les salariés'); tries += 1) {
      await page.waitForTimeout(500)
      await link(page, 'Actualiser').click()
    }
    assert.include(await textOf(page), '1 personne concernée : 1 entrée')
    assert.deepEqual((await rowsOf('employees', { member_id: member.id })).map((one) => one.family_name), ['Kergoat'])
  })

  test('a file that cannot be read says so beside its field, and leads there', async ({ assert }) => {
    const page = await openImport(await createMember())
    await page.getByLabel('Fichier').setInputFiles({ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) })
    await button(page, 'Envoyer le fichier').click()
    await page.getByRole('alert').getByRole('link').click()
    assert.equal(await page.evaluate(() => (globalThis as any).document.activeElement.id), 'fichier')
    assert.deepEqual(await faultsOf(page), [])
  })
})
