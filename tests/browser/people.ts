import type { Page } from 'playwright-core'
import type { Staff, User } from '#tests/support/factories'

/** What people do on the pages, by the words that they read there. */
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Every kind of space as a plain one: what is read, not how it is set. */
export async function textOf(page: Page) {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ')
}

export async function signIn(page: Page, { identifier, password }: Pick<User, 'identifier' | 'password'>) {
  await page.goto('/')
  await link(page, 'Espace adhérent').first().click()
  await page.getByLabel('Identifiant').fill(identifier)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await button(page, 'Connexion').click()
  await heading(page, 'Tableau de bord').waitFor()
}

export async function signInStaff(page: Page, planner: Staff) {
  await page.goto('/admin/connexion')
  await page.getByLabel('Identifiant').fill(planner.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(planner.password)
  await button(page, 'Connexion').click()
  await page.getByLabel('Code à 6 chiffres').fill(planner.code())
  await button(page, 'Valider').click()
  await page.waitForURL('**/admin')
}
