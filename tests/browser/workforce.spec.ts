import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { now } from '#core/clock'
import { addDays, formatDay, parisDay } from '#shared/dates'
import { button, heading, link, signIn, textOf } from '#tests/browser/people'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createUser, createVisit, rowOf, rowsOf } from '#tests/support/factories'

const WAYS = [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]

const typed = (day: string) => day.split('-').toReversed().join('/')
const daysAway = (days: number) => addDays(parisDay(now()), days)

async function employer(javaScript: boolean, cleanup: (after: () => Promise<void>) => void) {
  const member = await createMember()
  const user = await createUser({ member, preset: 'rh' })
  const page = await openPage({ javaScript })
  cleanup(() => page.context().close())
  await signIn(page, user)
  return { member, page }
}

const overflowAt = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 740 })
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
    return scrollWidth - clientWidth
  })
  await page.setViewportSize({ width: 1280, height: 900 })
  return overflow
}

test.group('What happens to the workforce, in a browser', () => {
  test('a hiring makes a visit due, which is then asked, {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, page } = await employer(javaScript, cleanup)
      const isClean = async () => {
        assert.deepEqual(await faultsOf(page), [], page.url())
        assert.isAtMost(await overflowAt(page, 320), 0, page.url())
      }
      await link(page, 'Salariés').first().click()
      await link(page, 'Déclarer une entrée').click()
      await heading(page, 'Déclarer une entrée').waitFor()
      await isClean()

      await page.getByLabel('Nom', { exact: true }).fill('Le Goff')
      await page.getByLabel('Prénom').fill('Maïwenn')
      await page.getByLabel('Date de naissance').fill('31/02/1990')
      await page.getByLabel("Date d'entrée").fill(typed(daysAway(6)))
      await page.getByLabel('Intitulé du poste').fill('Cariste')
      await button(page, 'Chercher le code').click()
      await page.getByRole('radio', { name: 'caristes' }).check()
      await isClean()
      await page.getByRole('checkbox', { name: 'Amiante' }).check()
      await button(page, 'Voir ce que cela entraîne').last().click()
      await page.getByRole('alert').waitFor()
      assert.include(await textOf(page), "La date 31/02/1990 n'existe pas")
      await isClean()

      await page.getByLabel('Date de naissance').fill('12/05/1990')
      await button(page, 'Voir ce que cela entraîne').last().click()
      const told = page.getByRole('heading', { name: 'Ce que cela entraîne' })
      await told.waitFor()
      assert.isTrue(await told.evaluate((element: any) => element.getBoundingClientRect().top < (globalThis as any).innerHeight), 'the answer is in sight')
      assert.include(await textOf(page), `au plus tard le ${formatDay(daysAway(5))} (article R4624-24)`.replaceAll('\u00a0', ' '))
      assert.isEmpty(await rowsOf('employees', { member_id: member.id }))
      await isClean()

      await button(page, "Enregistrer l'entrée").click()
      await page.getByText('Maïwenn Le Goff entre le').waitFor()
      assert.include(await textOf(page), "Examen d'aptitude à l'embauche")
      await isClean()
      await link(page, 'Demander un rendez-vous').click()
      await heading(page, 'Demander un rendez-vous').waitFor()
      assert.isTrue(await page.getByRole('radio', { name: 'Visite de suivi' }).isChecked())
      await button(page, 'Envoyer la demande').click()
      await page.getByText('Votre demande est envoyée').waitFor()
      const [request] = await rowsOf('visit_requests', { member_id: member.id })
      assert.equal(request.legal_deadline, daysAway(5))

      await page.goto('/demandes/echeances?delai=30')
      await link(page, 'Maïwenn Le Goff').waitFor()
      await isClean()
    })

  test('several people enter in one grid, {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, page } = await employer(javaScript, cleanup)
      await page.goto('/salaries/nouveau')
      await page.getByLabel('Nom', { exact: true }).fill('Le Goff')
      await button(page, 'Ajouter une ligne').click()
      const second = page.getByRole('group', { name: 'Salarié 2' })
      await second.waitFor()
      const first = page.getByRole('group', { name: 'Salarié 1' })
      assert.equal(await first.getByLabel('Nom').first().inputValue(), 'Le Goff')
      await first.getByLabel('Prénom').fill('Maïwenn')
      await first.getByLabel('Date de naissance').fill('12/05/1990')
      await second.getByLabel('Nom').first().fill('Kerdoncuff')
      await second.getByLabel('Prénom').fill('Yann')
      await second.getByLabel('Date de naissance').fill('03/09/1985')
      await page.getByLabel("Date d'entrée").fill(typed(daysAway(6)))
      await page.getByLabel('Intitulé du poste').fill('Cariste')
      await button(page, 'Voir ce que cela entraîne').last().click()
      await page.getByRole('heading', { name: 'Yann Kerdoncuff' }).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await button(page, 'Enregistrer les entrées').click()
      await page.getByText('2 salariés entrent le').waitFor()
      assert.lengthOf(await rowsOf('posts', { member_id: member.id, job_title: 'Cariste' }), 2)
    })

  test('a stoppage of seventy-five days leads to a return visit within eight days, {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, page } = await employer(javaScript, cleanup)
      const employee = await createEmployee({ member, first_name: 'Karim', family_name: 'Bensallah' })
      await page.goto(`/salaries/${employee.id}`)
      await link(page, 'Déclarer un arrêt').click()
      await heading(page, 'Arrêts de travail de Karim Bensallah').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Origine').selectOption('Maladie')
      await page.getByLabel("Premier jour d'arrêt").fill(typed(daysAway(-60)))
      await page.getByLabel("Dernier jour d'arrêt").fill(typed(daysAway(14)))
      await button(page, 'Voir ce que cela entraîne').last().click()
      const window = `Visite de reprise, du ${formatDay(daysAway(15))} au ${formatDay(daysAway(23))} (article R4624-31)`
      await page.getByRole('heading', { name: 'Ce que cela entraîne' }).waitFor()
      assert.include(await textOf(page), window.replaceAll('\u00a0', ' '))
      assert.deepEqual(await faultsOf(page), [])
      assert.isAtMost(await overflowAt(page, 320), 0)
      await button(page, 'Enregistrer').last().click()
      await page.getByText("L'arrêt est enregistré").waitFor()
      assert.include(await textOf(page), '75 jours')
      assert.deepEqual(await faultsOf(page), [])
      assert.include(await rowOf('due_visits', { employee_id: employee.id, kind: 'return' }), { from_on: daysAway(15), until_on: daysAway(23) })
    })

  test('a departure gives back the visit that was convoked, {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, page } = await employer(javaScript, cleanup)
      const employee = await createEmployee({ member, first_name: 'Karim', family_name: 'Bensallah' })
      const visit = await createVisit({ employee, startsAt: inDays(20, '10:00') })
      await page.goto(`/salaries/${employee.id}`)
      await link(page, 'Déclarer une sortie').click()
      await heading(page, 'Déclarer la sortie de Karim Bensallah').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Dernier jour du contrat').fill(typed(daysAway(10)))
      await page.getByLabel('Motif').selectOption('Démission')
      await button(page, 'Voir ce que cela entraîne').last().click()
      await page.getByRole('group', { name: /Une visite est déjà fixée/ }).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.isAtMost(await overflowAt(page, 320), 0)
      await button(page, 'Enregistrer').last().click()
      await page.getByRole('alert').waitFor()
      assert.include(await textOf(page), 'Choisissez ce que devient la visite')
      await page.getByRole('radio', { name: 'Annuler la visite' }).check()
      await button(page, 'Enregistrer').last().click()
      await page.getByText('La sortie est enregistrée').waitFor()
      assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
      assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
      assert.deepEqual(await faultsOf(page), [])
    })
})
