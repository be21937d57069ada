import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { asStaff } from '#core/tenants'
import { now } from '#core/clock'
import { mintStopToken } from '#messaging/stop_tokens'
import { mintAnswerLink } from '#visits'
import { button, heading, link, signIn, textOf } from '#tests/browser/people'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createUser, createVisit } from '#tests/support/factories'

const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
    return scrollWidth - clientWidth
  })

async function faultsAt320(page: Page) {
  const faults = await faultsOf(page)
  await page.setViewportSize({ width: 320, height: 700 })
  const overflow = await overflowOf(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  return overflow > 0 ? [...faults, `${overflow} pixels wider than 320`] : faults
}

test.group('An answer and its notification in a browser', () => {
  test('with JavaScript: {javaScript}, the person convoked answers on a phone, the employer reads it and chooses what is announced')
    .with([{ javaScript: true }, { javaScript: false }])
    .run(async ({ assert }, { javaScript }) => {
      const member = await createMember()
      const user = await createUser({ member, holder: true })
      const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
      const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
      const token = await asStaff((trx) => mintAnswerLink(trx, { visitId: visit.id, sequence: 0 }, now()))

      const phone = await openPage({ javaScript, viewport: { width: 360, height: 740 } })
      await phone.goto(`/reponse/${token}`)
      await heading(phone, 'Serez-vous au rendez-vous').waitFor()
      assert.deepEqual(await faultsAt320(phone), [])
      await button(phone, 'Je ne peux pas venir').click()
      await heading(phone, 'Votre réponse est enregistrée').waitFor()
      assert.deepEqual(await faultsAt320(phone), [])

      const page = await openPage({ javaScript })
      await signIn(page, user)
      await link(page, 'Notifications 1 nouvelle').click()
      await heading(page, 'Notifications').waitFor()
      assert.deepEqual(await faultsAt320(page), [])
      await link(page, 'Élodie Marchevaux ne peut pas venir').click()
      await heading(page, "Convocation d'Élodie Marchevaux").waitFor()
      assert.include(await textOf(page), 'La personne convoquée ne peut pas venir')
      assert.deepEqual(await faultsOf(page), [])

      await link(page, 'Notifications 1 nouvelle').click()
      await button(page, 'Tout marquer comme lu').click()
      await page.getByText('Rien de nouveau depuis la dernière fois.').waitFor()
      assert.deepEqual(await faultsAt320(page), [])

      await link(page, 'Choisir ce qui est annoncé').click()
      await heading(page, 'Mon compte').waitFor()
      assert.deepEqual(await faultsAt320(page), [])
      await page.getByLabel('Salarié qui ne peut pas venir : e-mail').check()
      await page.getByLabel('Demande refusée : cloche').uncheck()
      await button(page, 'Enregistrer mes choix').click()
      await page.getByText('Vos choix sont enregistrés').waitFor()
      assert.isTrue(await page.getByLabel('Salarié qui ne peut pas venir : e-mail').isChecked())
      assert.isFalse(await page.getByLabel('Demande refusée : cloche').isChecked())

      await phone.goto(`/notifications/arret/${mintStopToken(user.id)}`)
      assert.deepEqual(await faultsAt320(phone), [])
      await button(phone, 'Arrêter ces e-mails').click()
      await heading(phone, 'Les notifications par e-mail sont arrêtées').waitFor()
      await page.reload()
      assert.isFalse(await page.getByLabel('Salarié qui ne peut pas venir : e-mail').isChecked())
      await Promise.all([phone.context().close(), page.context().close()])
    })
})
