import { test } from '@japa/runner'
import { heading, link, button, signIn, textOf } from '#tests/browser/people'
import { faultsOf, openPage } from '#tests/support/browser'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createStaff, createUser, createVisit, insert } from '#tests/support/factories'

async function world() {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux-Penhoët' })
  const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
  const staff = await createStaff()
  const write = (event: string, kind: string, by: string | null, values: Record<string, unknown> = {}) =>
    insert('journal_entries', { actor_kind: kind, actor_id: by, member_id: member.id, event, ...values })
  for (let count = 0; count < 8; count += 1) {
    await write('visit.convoked', 'staff', staff.id, { subject_id: visit.id })
    await write('visit.cancellation_refused', 'user', user.id, { subject_id: visit.id })
    await write('visit.confirmed', 'nobody', null, { subject_id: visit.id })
    await write('page.refused', 'user', user.id, { place: 'salaries.index' })
  }
  return { user }
}

test.group('The journal of a member in a browser', () => {
  test('with JavaScript: {javaScript}, an administrator finds what OSTRA did, turns the page and takes the list away')
    .with([{ javaScript: true }, { javaScript: false }])
    .run(async ({ assert }, { javaScript }) => {
      const { user } = await world()
      const page = await openPage({ javaScript, viewport: { width: 1280, height: 900 } })
      await signIn(page, user)
      await page.goto('/acces')
      await link(page, 'Journal des actes').click()
      await heading(page, 'Journal des actes').waitFor()
      assert.deepEqual(await faultsOf(page), [])
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 })
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = (globalThis as any).document.documentElement
          return scrollWidth - clientWidth
        })
        assert.isAtMost(overflow, 0, `at ${width} pixels`)
        assert.deepEqual(await faultsOf(page), [])
      }
      await page.setViewportSize({ width: 1280, height: 900 })

      await link(page, 'Plus anciens').click()
      await link(page, 'Plus récents').waitFor()
      await page.getByLabel('Qui', { exact: true }).selectOption({ label: 'Équipe OSTRA' })
      await button(page, 'Filtrer').click()
      await page.waitForURL(/qui=ostra/)
      const text = await textOf(page)
      assert.include(text, 'a convoqué à une visite')
      assert.notInclude(text, 'a confirmé sa venue')
      const [file] = await Promise.all([page.waitForEvent('download'), link(page, 'Exporter pour Excel').click()])
      assert.equal(file.suggestedFilename(), 'journal.xlsx')
    })
})
