import { test } from '@japa/runner'
import type { Locator, Page } from 'playwright-core'
import { openPage } from '#tests/support/browser'
import { rowOf } from '#tests/support/factories'
import { button, heading, link } from '#tests/browser/people'
import { createPath } from '#tests/browser/world'

const FARTHEST = 80

/** How thick the ring of the focus is, in pixels; null when the focus is elsewhere. It runs in the page. */
function ringOf(element: any): number | null {
  if (element !== element.ownerDocument.activeElement) return null
  const { outlineStyle, outlineWidth } = element.ownerDocument.defaultView.getComputedStyle(element)
  return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
}

/** Presses Tab until the focus is there; what the focus never reaches, or reaches unseen, is an error. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor()
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    await page.keyboard.press('Tab')
    const ring = await target.evaluate(ringOf)
    if (ring === null) continue
    if (ring < 2) throw new Error(`The focus cannot be seen on ${target}`)
    return
  }
  throw new Error(`${FARTHEST} times Tab do not lead to ${target}`)
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

test.group('Without a mouse', () => {
  test('an employer signs in, asks a visit and takes it back {how}')
    .with([
      { how: 'with JavaScript', javaScript: true },
      { how: 'without JavaScript', javaScript: false },
    ])
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { holder, employee } = await createPath()
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())

      await page.goto('/connexion')
      await tabTo(page, page.getByLabel('Identifiant'))
      await page.keyboard.type(holder.identifier)
      await tabTo(page, page.getByLabel('Mot de passe', { exact: true }))
      await page.keyboard.type(holder.password)
      await page.keyboard.press('Enter')
      await heading(page, 'Tableau de bord').waitFor()

      await press(page, link(page, 'Salariés').first())
      await heading(page, 'Salariés').waitFor()
      await press(page, link(page, employee.name))
      await heading(page, employee.name).waitFor()
      await press(page, link(page, 'Demander un rendez-vous'))
      await heading(page, 'Demander un rendez-vous').waitFor()
      await tabTo(page, page.getByRole('radio', { checked: true }))
      await press(page, button(page, 'Envoyer la demande'))
      await page.getByText('Votre demande est envoyée').waitFor()
      await press(page, button(page, 'Annuler la demande'))
      await page.getByText('Votre demande est annulée').waitFor()
      assert.equal((await rowOf('visit_requests', { employee_id: employee.id })).state, 'cancelled')
    })

  test('the first Tab of a page offers to skip to its content', async ({ assert, cleanup }) => {
    const page = await openPage()
    cleanup(() => page.context().close())
    await page.goto('/connexion')
    await page.keyboard.press('Tab')
    assert.equal(await page.locator(':focus').textContent(), 'Aller au contenu')
    await page.keyboard.press('Enter')
    assert.equal(await page.locator(':focus').getAttribute('id'), 'contenu')
  })
})
