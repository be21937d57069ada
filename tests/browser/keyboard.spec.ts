import { test } from '@japa/runner'
import type { Locator, Page } from 'playwright-core'
import { backOffice } from '#tests/support/back_office'
import { openPage } from '#tests/support/browser'
import { rowOf, type Employee, type Member, type Staff, type User } from '#tests/support/factories'
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

const WAYS = [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]

async function write(page: Page, field: Locator, text: string) {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

async function signIn(page: Page, { identifier, password }: { identifier: string; password: string }) {
  await write(page, page.getByLabel('Identifiant'), identifier)
  await write(page, page.getByLabel('Mot de passe', { exact: true }), password)
  await page.keyboard.press('Enter')
}

async function enter(page: Page, holder: User) {
  await page.goto('/connexion')
  await signIn(page, holder)
  await heading(page, 'Tableau de bord').waitFor()
}

async function ask(page: Page, { name }: Employee) {
  await press(page, link(page, 'Salariés').first())
  await heading(page, 'Salariés').waitFor()
  await press(page, link(page, name))
  await heading(page, name).waitFor()
  await press(page, link(page, 'Demander un rendez-vous'))
  await heading(page, 'Demander un rendez-vous').waitFor()
  await tabTo(page, page.getByRole('radio', { checked: true }))
  await press(page, button(page, 'Envoyer la demande'))
  await page.getByText('Votre demande est envoyée').waitFor()
}

async function plan(page: Page, planner: Staff, member: Member) {
  await page.goto('/admin/connexion')
  await signIn(page, { identifier: planner.email, password: planner.password })
  await write(page, page.getByLabel('Code à 6 chiffres'), planner.code())
  await page.keyboard.press('Enter')
  await page.waitForURL('**/admin')
  await page.goto(`/admin/planification?recherche=${member.number}`)
  await press(page, button(page, 'Prendre en charge'))
  await press(page, button(page, 'Planifier'))
  await tabTo(page, page.getByRole('radio', { checked: true }))
  await press(page, button(page, 'Convoquer'))
  await page.getByText('La visite est planifiée').waitFor()
}

test.group('Without a mouse', () => {
  test('a visit is asked, planned, acknowledged, then cancelled in time {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { holder, planner, member, employee } = await createPath()
      const page = await openPage({ javaScript })
      const office = await openPage({ javaScript, baseURL: (await backOffice()).url })
      cleanup(() => page.context().close())
      cleanup(() => office.context().close())

      await enter(page, holder)
      await ask(page, employee)
      await plan(office, planner, member)

      await press(page, link(page, 'Convocations').first())
      await heading(page, 'Convocations').waitFor()
      await press(page, link(page, new RegExp(employee.name)).first())
      await heading(page, `Convocation d'${employee.name}`).waitFor()
      await press(page, button(page, 'Accuser réception'))
      await page.getByText('Réception confirmée').first().waitFor()
      await press(page, button(page, "Demander l'annulation"))
      await write(page, page.getByLabel('Motif'), 'Salarié en congé')
      await press(page, button(page, "Confirmer l'annulation"))
      await page.getByText('La visite est annulée').first().waitFor()
      const visit = await rowOf('visits', { employee_id: employee.id })
      assert.equal(visit.state, 'cancelled')
      assert.equal((await rowOf('cancellations', { visit_id: visit.id })).reason, 'Salarié en congé')
      assert.isNotNull(await rowOf('acknowledgements', { visit_id: visit.id }))
    })

  test('a request is taken back {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { holder, employee } = await createPath()
      const page = await openPage({ javaScript })
      cleanup(() => page.context().close())
      await enter(page, holder)
      await ask(page, employee)
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
