import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Page } from 'playwright-core'
import { button, heading, signIn } from '#tests/browser/people'
import { faultsOf, openPage } from '#tests/support/browser'
import { itIs } from '#tests/support/clock'
import { createEmployee, createMember, createUser, rowsOf, type User } from '#tests/support/factories'

const REASON = 'La cabine de la nouvelle grue impose une autre posture.'
const WARNING = 'Votre session se termine dans deux minutes'
const ENDED = 'Votre session est terminée'

type Cleanup = (back: () => void | Promise<void>) => void

/** Later for our server; the browser has a clock of its own, moved by `page.clock`. */
const minutesLater = (minutes: number, cleanup: Cleanup) => itIs(DateTime.utc().plus({ minutes }), cleanup)

async function signedIn(cleanup: Cleanup, { javaScript = true } = {}) {
  const member = await createMember()
  const employee = await createEmployee({ member })
  const user = await createUser({ member })
  const page = await openPage({ javaScript })
  cleanup(() => page.context().close())
  if (javaScript) await page.clock.install()
  await signIn(page, user)
  return { page, user, member, employee }
}

async function signInAgain(page: Page, { identifier, password }: User) {
  await page.waitForURL('**/connexion')
  await page.getByLabel('Identifiant').fill(identifier)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await button(page, 'Connexion').click()
}

async function typeRequest(page: Page, employeeId: string) {
  await page.goto(`/demandes/nouvelle?salarie=${employeeId}`)
  await page.getByLabel("Visite à la demande de l'employeur").check()
  await page.getByLabel('Motif').fill(REASON)
  await page.getByLabel("J'ai informé le salarié").check()
}

test.group('A session that nobody uses', () => {
  test('is announced to end after 28 minutes, and goes on for who stays', async ({ assert, cleanup }) => {
    const { page } = await signedIn(cleanup)
    await page.clock.fastForward('27:50')
    assert.equal(await page.getByText(WARNING).count(), 0)
    await page.clock.fastForward('00:10')
    await page.getByRole('alert').getByText(WARNING).waitFor()
    assert.deepEqual(await faultsOf(page), [])

    minutesLater(28, cleanup)
    await button(page, 'Rester connecté').click()
    await page.getByText(WARNING).waitFor({ state: 'detached' })
    minutesLater(28 + 29, cleanup)
    await page.goto('/salaries')
    await heading(page, 'Salariés').waitFor()
  })

  test('says after 30 minutes that it is over, whatever is pressed then', async ({ cleanup }) => {
    const { page } = await signedIn(cleanup)
    await page.clock.fastForward('28:00')
    await button(page, 'Rester connecté').waitFor()
    minutesLater(31, cleanup)
    await button(page, 'Rester connecté').click()
    await page.getByText(ENDED).waitFor()
    await page.goto('/tableau-de-bord')
    await heading(page, 'Connexion').waitFor()
  })

  test('gives back, after a new sign-in, the form that was sent too late', async ({ assert, cleanup }) => {
    const { page, user, member, employee } = await signedIn(cleanup)
    await typeRequest(page, employee.id)
    await page.clock.fastForward('28:00')
    await page.getByText(WARNING).waitFor()
    await page.clock.fastForward('02:00')
    await page.getByRole('alert').getByText(ENDED).waitFor()
    assert.equal(await page.getByText(WARNING).count(), 0)
    assert.equal(await page.getByLabel('Motif').inputValue(), REASON)

    minutesLater(31, cleanup)
    await button(page, 'Envoyer la demande').click()
    await signInAgain(page, user)
    await heading(page, 'Demander un rendez-vous').waitFor()
    assert.equal(await page.getByLabel('Motif').inputValue(), REASON)
    assert.isTrue(await page.getByLabel("Visite à la demande de l'employeur").isChecked())
    assert.lengthOf(await rowsOf('visit_requests', { member_id: member.id }), 0)
    await button(page, 'Envoyer la demande').click()
    await page.getByText('Votre demande est envoyée').waitFor()
    assert.lengthOf(await rowsOf('visit_requests', { member_id: member.id }), 1)
  })

  test('gives it back without JavaScript too, at the press of a button', async ({ assert, cleanup }) => {
    const { page, user, member, employee } = await signedIn(cleanup, { javaScript: false })
    await typeRequest(page, employee.id)
    minutesLater(31, cleanup)
    await button(page, 'Envoyer la demande').click()
    await signInAgain(page, user)
    await heading(page, 'Reprendre votre saisie').waitFor()
    await button(page, 'Retrouver ma saisie').click()
    await heading(page, 'Demander un rendez-vous').waitFor()
    assert.equal(await page.getByLabel('Motif').inputValue(), REASON)
    assert.lengthOf(await rowsOf('visit_requests', { member_id: member.id }), 0)
  })
})
