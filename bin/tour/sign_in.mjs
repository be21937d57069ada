import { TOTP } from 'otpauth'
import { openContext } from './browser.mjs'

/** What a browser keeps of somebody signed in, for other windows of the same person. */
export async function signedInEmployer(browser, demo) {
  return stateAfter(browser, async (page) => {
    await fillIn(page, `${demo.portal}/connexion`, demo.account('holder'))
    await page.waitForURL('**/tableau-de-bord')
  })
}

export async function signedInPlanner(browser, demo) {
  const planner = demo.account('staff:planner')
  return stateAfter(browser, async (page) => {
    await fillIn(page, `${demo.backOffice}/connexion`, planner)
    await page.getByLabel('Code à 6 chiffres').fill(new TOTP({ secret: planner.totpSecret }).generate())
    await page.getByRole('button', { name: 'Valider' }).click()
    await page.waitForURL('**/admin')
  })
}

async function fillIn(page, address, { identifier, password }) {
  await page.goto(address)
  await page.getByLabel('Identifiant').fill(identifier)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Connexion' }).click()
}

async function stateAfter(browser, signIn) {
  const context = await openContext(browser)
  await signIn(await context.newPage())
  const state = await context.storageState()
  await context.close()
  return state
}
