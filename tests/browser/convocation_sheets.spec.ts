import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { createEmployee, createMember, createRequest, createUser, createVisit } from '#tests/support/factories'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { readPdf } from '#tests/support/pdf'
import { signIn } from '#tests/browser/people'

async function listOf(options: { javaScript?: boolean }) {
  const member = await createMember()
  for (const [rank, [first, family]] of [['Sylvain', 'Ortolan'], ['Élodie', 'Marchevaux'], ['Karim', 'Bensallah']].entries()) {
    const employee = await createEmployee({ member, first_name: first, family_name: family })
    await createVisit({ employee, startsAt: inDays(8 + rank, '10:00') })
    await createRequest({ employee, kind: 'mid_career' })
  }
  const page = await openPage(options)
  await signIn(page, await createUser({ member }))
  return page
}

test.group('Sheets of convocations in a browser', () => {
  test('those that are ticked come in one PDF, with or without JavaScript', async ({ assert }) => {
    for (const javaScript of [true, false]) {
      const page = await listOf({ javaScript })
      await page.getByRole('link', { name: 'Convocations', exact: true }).first().click()
      const act = page.getByRole('button', { name: 'Convocations en un seul PDF' })
      await page.getByLabel('Sélectionner : la convocation de Sylvain Ortolan').waitFor()
      assert.isFalse(await act.isVisible())
      await page.getByLabel('Sélectionner : la convocation de Sylvain Ortolan').check()
      await page.getByLabel('Sélectionner : la convocation de Karim Bensallah').check()
      assert.deepEqual(await faultsOf(page), [])

      const [file] = await Promise.all([page.waitForEvent('download'), act.click()])
      assert.equal(file.suggestedFilename(), 'convocations.pdf')
      const { pages } = await readPdf(await readFile(await file.path()))
      assert.deepEqual(pages.map((text) => /Convocation de (\S+ \S+)/.exec(text)![1]), ['Sylvain Ortolan', 'Karim Bensallah'])
    }
  })

  test('a convocation and a request bring their files from their pages', async ({ assert }) => {
    const page = await listOf({})
    await page.getByRole('link', { name: 'Convocations', exact: true }).first().click()
    await page.getByRole('link', { name: /Marchevaux/ }).first().click()
    for (const [label, name] of [
      ['Convocation (PDF, une page)', /^convocation-\d{4}-\d\d-\d\d\.pdf$/],
      ["Ajouter à l'agenda (ICS)", /^rendez-vous-\d{4}-\d\d-\d\d\.ics$/],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()])
      assert.match(file.suggestedFilename(), name)
    }
    await page.getByRole('link', { name: 'Demandes', exact: true }).first().click()
    await page.getByRole('link', { name: /Marchevaux/ }).first().click()
    const proof = page.getByRole('link', { name: 'Preuve de la demande (PDF, une page)' })
    await proof.waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), proof.click()])
    assert.match(file.suggestedFilename(), /^preuve-demande-\d{4}-\d\d-\d\d\.pdf$/)
  })
})
