import { test } from '@japa/runner'
import { faultsOf, openPage } from '#tests/support/browser'
import { createEmployee, createMember, createUser } from '#tests/support/factories'

async function listOf(options: { javaScript?: boolean } = {}) {
  const member = await createMember()
  for (const [first, family] of [['Sylvain', 'Ortolan'], ['Élodie', 'Marchevaux'], ['Karim', 'Bensallah']] as const) {
    await createEmployee({ member, first_name: first, family_name: family })
  }
  const user = await createUser({ member })
  const page = await openPage(options)
  await page.goto('/connexion')
  await page.getByLabel('Identifiant').fill(user.identifier)
  await page.getByLabel('Mot de passe').fill(user.password)
  await page.getByRole('button', { name: 'Connexion' }).click()
  await page.getByRole('link', { name: 'Salariés', exact: true }).click()
  await page.getByRole('heading', { name: 'Salariés', level: 1 }).waitFor()
  return page
}

test.group('Searching an employee in a browser', () => {
  test('the results follow what is typed, the focus stays, the address can be kept', async ({ assert }) => {
    const page = await listOf()
    await page.getByLabel('Nom ou poste').pressSequentially('elod')
    await page.waitForURL('**/salaries?q=elod')
    await page.getByRole('link', { name: 'Sylvain Ortolan' }).waitFor({ state: 'detached' })

    assert.isTrue(await page.getByRole('link', { name: 'Élodie Marchevaux' }).isVisible())
    assert.equal(await page.getByRole('status').filter({ hasText: 'trouvé' }).innerText(), '1\u00a0salarié trouvé')
    assert.equal(await page.evaluate(() => (globalThis as any).document.activeElement.id), 'q')
    await page.reload()
    assert.equal(await page.getByLabel('Nom ou poste').inputValue(), 'elod')
    assert.deepEqual(await faultsOf(page), [])
  })

  test('without JavaScript the same form finds the same people', async ({ assert }) => {
    const page = await listOf({ javaScript: false })
    await page.getByLabel('Nom ou poste').fill('ortolan')
    await page.getByRole('button', { name: 'Filtrer' }).click()
    assert.isTrue(await page.getByRole('link', { name: 'Sylvain Ortolan' }).isVisible())
    assert.equal(await page.getByRole('link', { name: 'Élodie Marchevaux' }).count(), 0)
  })

  test('ticking shows how many are chosen, and leads to their request, with or without JavaScript', async ({ assert }) => {
    for (const javaScript of [true, false]) {
      const page = await listOf({ javaScript })
      const bar = page.getByRole('button', { name: 'Demander un rendez-vous' })
      assert.isFalse(await bar.isVisible())
      await page.getByLabel('Sélectionner Sylvain Ortolan').check()
      await page.getByLabel('Sélectionner Karim Bensallah').check()
      await bar.click()
      await page.waitForURL('**/demandes/nouvelle?**')
      assert.lengthOf(new URL(page.url()).searchParams.getAll('salarie'), 2)
    }
  })
})
