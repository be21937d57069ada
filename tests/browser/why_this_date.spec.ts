import { test } from '@japa/runner'
import { now } from '#core/clock'
import { asStaff } from '#core/tenants'
import { refresh } from '#follow_up'
import { addDays, parisDay, parisInstant } from '#shared/dates'
import { faultsOf, openPage } from '#tests/support/browser'
import { createEmployee, createMember, createPost, createStoppage, createUser, createVisit } from '#tests/support/factories'

async function pageOf({ width, javaScript }: { width: number; javaScript: boolean }) {
  const today = parisDay(now())
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const employee = await createEmployee({ member, birth_date: `${Number(today.slice(0, 4)) - 45}-06-01`, hired_on: '2020-05-04', post: { risks: ['asbestos'], to_on: addDays(today, -30) } })
  await createPost({ employee, from_on: addDays(today, -29), night: true })
  await createVisit({ employee, startsAt: parisInstant(addDays(today, -250), '10:00'), kind: 'fitness_periodic', state: 'held' })
  await createStoppage({ employee, first_day: addDays(today, -60), last_day: addDays(today, 12) })
  await asStaff((trx) => refresh(trx, [employee.id], today))
  const page = await openPage({ javaScript, viewport: { width, height: 900 } })
  await page.goto('/connexion')
  await page.getByLabel('Identifiant').fill(user.identifier)
  await page.getByLabel('Mot de passe').fill(user.password)
  await page.getByRole('button', { name: 'Connexion' }).click()
  await page.waitForURL('**/tableau-de-bord')
  await page.goto(`/salaries/${employee.id}`)
  return page
}

test.group('Why this date, in a browser', () => {
  for (const { width, javaScript } of [{ width: 1280, javaScript: true }, { width: 360, javaScript: false }]) {
    test(`each date has its facts, its rule and its article, at ${width} pixels ${javaScript ? 'with' : 'without'} scripts`, async ({ assert }) => {
      const page = await pageOf({ width, javaScript })
      const dates = page.getByRole('region', { name: 'Prochaines visites' })
      for (const words of ['Pourquoi cette date', 'Article R4624-31', 'Article R4624-18', 'Article L4624-2-2', 'dans les meilleurs délais']) {
        assert.isTrue(await dates.getByText(words).first().isVisible(), words)
      }
      const asked = page.getByRole('region', { name: 'Ce que la loi vous demande' })
      assert.isTrue(await asked.getByText('Demandez la visite de reprise').isVisible())
      await asked.getByText('Pourquoi', { exact: true }).first().click()
      assert.isTrue(await asked.getByRole('listitem').first().isVisible())
      assert.deepEqual(await faultsOf(page), [])
      const wider = await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth - (globalThis as any).innerWidth)
      assert.isAtMost(wider, 0)
    })
  }
})
