import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { DateTime } from 'luxon'
import { cutSlots } from '#calendar'
import { asStaff } from '#core/tenants'
import { addDays, isWorkingDay, parisDay, parisInstant, weekdayOf } from '#shared/dates'
import { backOffice } from '#tests/support/back_office'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createOpening, createPractitioner, createRequest, createSlot, createStaff, createVisit, owner, rowOf, type Staff } from '#tests/support/factories'

const PHONE = { width: 360, height: 740 }

async function signIn(page: Page, staff: Staff) {
  await page.goto('/admin')
  await page.getByLabel('Identifiant').fill(staff.email)
  await page.getByLabel('Mot de passe').fill(staff.password)
  await page.getByRole('button', { name: 'Connexion' }).click()
  await page.getByLabel('Code à 6 chiffres').fill(staff.code())
  await page.getByRole('button', { name: 'Valider' }).click()
  await page.waitForURL('**/admin')
}

/** Mornings of a nurse, cut in slots; two employees are convoked on one of them. */
async function createWorld() {
  const member = await createMember()
  const practitioner = await createPractitioner('nurse', { name: `Nurse ${member.number}` })
  let day = parisDay(inDays(14, '12:00'))
  while (!isWorkingDay(day)) day = addDays(day, 1)
  const opening = await createOpening({ weekday: weekdayOf(day), practitioner, centre: member.centre })
  await asStaff((trx) => cutSlots(trx, practitioner.id, DateTime.utc()))
  const visits = []
  for (const [name, time] of [['Bensallah', '09:30'], ['Tardivel', '11:00']] as const) {
    const employee = await createEmployee({ member, family_name: `${name} ${member.number}` })
    const startsAt = parisInstant(day, time)
    const { id } = await owner().from('slots').where('practitioner_id', practitioner.id).where('starts_at', startsAt.toISO()!).firstOrFail()
    const slot = { id, startsAt, endsAt: startsAt.plus({ minutes: 30 }), practitionerId: practitioner.id, centreId: member.centre.id }
    const request = await createRequest({ employee, state: 'planned' })
    visits.push({ employee, request, ...(await createVisit({ employee, request, startsAt, slot })) })
  }
  await createSlot({ startsAt: inDays(10, '14:00'), minutes: 30, kind: 'nurse', centre: member.centre })
  return { practitioner, opening, visits, day, member }
}

test.group('A changed opening, in Chromium', () => {
  test('says who is touched before it moves anybody, then what became of each, JavaScript {javaScript}, phone {phone}')
    .with([{ javaScript: true, phone: false }, { javaScript: false, phone: true }])
    .run(async ({ assert }, { javaScript, phone }) => {
      const { practitioner, opening, visits, day } = await createWorld()
      const { url: baseURL } = await backOffice()
      const page = await openPage({ baseURL, javaScript, ...(phone && { viewport: PHONE }) })
      await signIn(page, await createStaff())
      await page.goto(`/admin/ouvertures?professionnel=${practitioner.id}&semaine=${day}`)
      await page.getByRole('link', { name: /8\sh\s30 à 12\sh\s30/ }).click()
      await page.waitForURL(`**/admin/ouvertures/${opening.id}`)
      await page.getByLabel('Dernier jour, inclus').fill(addDays(day, -1))
      await page.getByRole('button', { name: "Arrêter l'ouverture" }).click()
      await page.getByRole('heading', { name: '2 convocations touchées' }).waitFor()
      assert.isNull((await rowOf('openings', { id: opening.id })).valid_until)
      const [first, second] = [page.getByRole('group', { name: visits[0]!.employee.name }), page.getByRole('group', { name: visits[1]!.employee.name })]
      const target = await first.getByRole('radio').first().getAttribute('value')
      assert.isTrue(await first.getByRole('radio').first().isChecked())
      await second.getByLabel('À replanifier').check()
      await page.getByRole('button', { name: 'Confirmer le changement' }).click()
      await page.getByRole('heading', { name: 'Changement enregistré' }).waitFor()
      await page.getByText('Annulée, la demande est dans la file').waitFor()
      const after = await Promise.all(visits.map(({ id }) => rowOf('visits', { id })))
      assert.deepEqual(after.map(({ state }) => state), ['convoked', 'cancelled'])
      assert.equal(after[0]!.slot_id, target)
      assert.equal((await rowOf('visit_requests', { id: visits[1]!.request.id })).state, 'taken')
      await page.context().close()
    })

  test('meets no fault that axe would find, nor a page wider than a phone', async ({ assert }) => {
    const { practitioner, opening, day } = await createWorld()
    const { url: baseURL } = await backOffice()
    const page = await openPage({ baseURL, viewport: PHONE })
    await signIn(page, await createStaff())
    const sizes = [PHONE, { width: 1280, height: 900 }]
    const look = async (what: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size)
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/openings_${what}_${size.width}.png`, fullPage: true })
        assert.deepEqual(await faultsOf(page), [], what)
        assert.isAtMost(Number(await page.evaluate('document.documentElement.scrollWidth')), size.width, what)
      }
    }
    const paths = { list: `/admin/ouvertures?professionnel=${practitioner.id}&semaine=${day}`, create: '/admin/ouvertures/nouvelle', absence: `/admin/absences/nouvelle?professionnel=${practitioner.id}`, opening: `/admin/ouvertures/${opening.id}` }
    for (const [what, path] of Object.entries(paths)) {
      await page.goto(path)
      await look(what)
    }
    await page.getByLabel('Jour', { exact: true }).fill(day)
    await page.getByRole('button', { name: 'Fermer ce jour' }).click()
    await page.getByRole('heading', { name: '2 convocations touchées' }).waitFor()
    await look('review')
    await page.getByRole('button', { name: 'Confirmer le changement' }).click()
    await page.getByRole('heading', { name: 'Changement enregistré' }).waitFor()
    await look('result')
    await page.context().close()
  })
})
