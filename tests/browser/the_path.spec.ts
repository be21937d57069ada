import { test } from '@japa/runner'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { eventually } from '#tests/support/eventually'
import { rowOf } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { button, heading, link, signIn, signInStaff, textOf } from '#tests/browser/people'
import { createOver, createPath, createTooLate, tidyHouse } from '#tests/browser/world'
import type { Page } from 'playwright-core'

const WAYS = [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]

test.group('The whole path', (group) => {
  group.setup(async () => {
    await tidyHouse()
    await settleWorkflows()
    const worker = await startWorker()
    await backOffice()
    return () => worker.stop()
  })

  test('goes from the request to the visit {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const path = await createPath()
      const { member, holder, planner, employee } = path
      const employer = await openPage({ javaScript })
      const office = await openPage({ javaScript, baseURL: (await backOffice()).url })
      cleanup(() => employer.context().close())
      cleanup(() => office.context().close())
      const isClean = async (page: Page) => assert.deepEqual(await faultsOf(page), [], page.url())

      // The employer asks.
      await signIn(employer, holder)
      await isClean(employer)
      await link(employer, 'Salariés').first().click()
      await heading(employer, 'Salariés').waitFor()
      await isClean(employer)
      await link(employer, employee.name).click()
      await heading(employer, employee.name).waitFor()
      await isClean(employer)
      await link(employer, 'Demander un rendez-vous').click()
      await heading(employer, 'Demander un rendez-vous').waitFor()
      await isClean(employer)
      await employer.getByRole('radio', { name: 'Visite de suivi' }).check()
      await button(employer, 'Envoyer la demande').click()
      await employer.getByText('Votre demande est envoyée').waitFor()
      await isClean(employer)
      const requestPage = employer.url()

      // The planner takes it and gives it a slot.
      await signInStaff(office, planner)
      await isClean(office)
      await link(office, 'Ouvrir la planification').click()
      await link(office, employee.name).first().click()
      await isClean(office)
      await button(office, 'Prendre en charge').click()
      await button(office, 'Planifier').click()
      await button(office, 'Convoquer').waitFor()
      await isClean(office)
      assert.isTrue(await office.getByRole('radio').first().isChecked())
      await button(office, 'Convoquer').click()
      await eventually('the request is planned', async () => (await rowOf('visit_requests', { employee_id: employee.id })).state === 'planned')
      await isClean(office)

      // The convocation arrives, neutral, and leads to its page.
      const convocation = await mailTo(member.email, ({ subject }) => subject.startsWith('Convocation'))
      assert.notInclude(convocation.subject, employee.familyName)
      assert.include(convocation.text, employee.name)
      await mailTo(employee.email!, ({ subject }) => subject.startsWith('Convocation'))
      await employer.goto(convocation.links.find((address) => address.includes('/convocations/'))!)
      await heading(employer, `Convocation d'${employee.name}`).waitFor()
      await isClean(employer)

      // The employer says that it is read, then cancels in time.
      await button(employer, 'Accuser réception').click()
      await employer.getByText('Réception confirmée').first().waitFor()
      await button(employer, "Demander l'annulation").click()
      await employer.getByLabel('Motif').selectOption('Salarié en congé')
      await isClean(employer)
      await button(employer, "Confirmer l'annulation").click()
      await employer.getByText('La visite est annulée').first().waitFor()
      await isClean(employer)
      const { id, slot_id: slotId } = await rowOf('visits', { employee_id: employee.id })
      assert.equal((await rowOf('visits', { id })).state, 'cancelled')
      assert.isNull((await rowOf('slots', { id: slotId })).visit_id)
      const told = await mailTo(employee.email!, ({ subject }) => subject.startsWith('Annulation'))
      assert.include(told.text, 'par votre employeur')
      await employer.goto(requestPage)
      assert.include(await textOf(employer), 'Cette demande est annulée')
    })

  test('refuses what comes too late and says what remains {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, holder } = await createPath()
      const { visit, employee } = await createTooLate(member)
      const employer = await openPage({ javaScript })
      cleanup(() => employer.context().close())
      await signIn(employer, holder)
      await employer.goto(`/convocations/${visit.id}`)
      await button(employer, "Demander l'annulation").click()
      await employer.getByLabel('Motif').selectOption('Contrainte de chantier')
      await button(employer, "Confirmer l'annulation").click()
      await heading(employer, 'Il est trop tard pour annuler cette visite').waitFor()

      const limit = visit.startsAt.minus({ hours: 48 }).setZone('Europe/Paris').setLocale('fr')
      const read = await textOf(employer)
      assert.include(read, `La limite était le ${limit.toFormat('cccc d MMMM')} à ${limit.toFormat("H 'h' mm")}`)
      assert.include(read, `La visite d'${employee.name} reste fixée au`)
      assert.deepEqual(await faultsOf(employer), [])
      assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
      assert.equal((await rowOf('cancellations', { visit_id: visit.id })).decision, 'refused')
    })

  test('ends with what became of the visit {how}')
    .with(WAYS)
    .run(async ({ assert, cleanup }, { javaScript }) => {
      const { member, planner, holder } = await createPath()
      const { visit, employee } = await createOver(member)
      const office = await openPage({ javaScript, baseURL: (await backOffice()).url })
      const employer = await openPage({ javaScript })
      cleanup(() => office.context().close())
      cleanup(() => employer.context().close())
      await signInStaff(office, planner)
      await link(office, employee.name).first().click()
      assert.deepEqual(await faultsOf(office), [])
      await button(office, 'Réalisée').click()
      await eventually('the outcome is recorded', async () => (await rowOf('visits', { id: visit.id })).state === 'held')
      assert.deepEqual(await faultsOf(office), [])

      await signIn(employer, holder)
      await employer.goto(`/convocations/${visit.id}`)
      assert.include(await textOf(employer), 'La visite a eu lieu')
      assert.deepEqual(await faultsOf(employer), [])
    })
})
