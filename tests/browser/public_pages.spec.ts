import { test } from '@japa/runner'
import { publicPages } from '#home/public_pages'
import { faultsOf, openPage } from '#tests/support/browser'
import { tidyHouse } from '#tests/browser/world'

test.group('A public page in a browser', (group) => {
  // The first page names every centre.
  group.setup(tidyHouse)

  test('{$self} has no fault that axe can find, and fits 320 pixels')
    .with(publicPages)
    .run(async ({ assert }, path) => {
      const page = await openPage()
      await page.goto(path)
      assert.deepEqual(await faultsOf(page), [])
      await page.setViewportSize({ width: 320, height: 700 })
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
        return scrollWidth - clientWidth
      })
      assert.equal(overflow, 0)
      await page.context().close()
    })
})

test.group('The search of the help in a browser', () => {
  test('the answers follow what is typed, the focus stays, the address can be kept, Back leaves the help', async ({ assert }) => {
    const page = await openPage()
    await page.goto('/connexion')
    await page.getByRole('link', { name: 'Aide', exact: true }).click()
    await page.getByLabel("Chercher dans l'aide").pressSequentially('remplacant')
    await page.waitForURL('**/aide?q=remplacant')
    await page.getByRole('heading', { name: 'Réponses' }).waitFor()

    assert.match(await page.getByRole('status').innerText(), /pages? trouvée/)
    assert.equal(await page.evaluate(() => (globalThis as any).document.activeElement.id), 'q')
    assert.include(await page.title(), 'remplacant')
    await page.reload()
    assert.equal(await page.getByLabel("Chercher dans l'aide").inputValue(), 'remplacant')
    assert.deepEqual(await faultsOf(page), [])
    await page.goBack()
    assert.match(page.url(), /\/connexion$/)
  })

  test('by the keyboard alone, without JavaScript, one finds a page and reads it', async ({ assert }) => {
    const page = await openPage({ javaScript: false })
    await page.goto('/aide')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Aller au contenu')
    await page.getByLabel("Chercher dans l'aide").focus()
    await page.keyboard.type('48 heures')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Réponses' }).waitFor()
    for (let presses = 0; presses < 20 && (await focused(page)) !== 'Annuler une visite'; presses++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Annuler une visite', level: 1 }).waitFor()
    assert.match(page.url(), /\/aide\/annuler-une-visite$/)
  })
})

const focused = async (page: Awaited<ReturnType<typeof openPage>>) => (await page.locator(':focus').innerText().catch(() => '')).trim()
