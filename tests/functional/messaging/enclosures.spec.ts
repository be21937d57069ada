import { test } from '@japa/runner'
import { sync, type VEvent } from 'node-ical'
import { asStaff } from '#core/tenants'
import { tellCancellation, tellConvocation, tellSubstitution } from '#messaging'
import { parisInstant } from '#shared/dates'
import { cancellationFiles, convocationFacts, convocationFiles, type ConvocationFacts } from '#visits'
import { createEmployee, createMember, createVisit, owner } from '#tests/support/factories'
import { enclosuresOf, mailTo } from '#tests/support/mailbox'
import { readPdf } from '#tests/support/pdf'

const NOW = parisInstant('2026-11-24', '09:12')
const startsAt = parisInstant('2026-11-30', '10:00')

async function aVisit(values: { visible?: boolean } = {}) {
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  const visit = await createVisit({ employee, startsAt, ...values })
  const facts = async () => (await asStaff((trx) => convocationFacts(trx, visit.id)))!
  return { member, employee, visit, facts }
}

const means = (told: ConvocationFacts) => ({ enclose: () => convocationFiles(told, NOW), mintAnswerToken: async () => 'a-token' })

const eventIn = (content: Uint8Array) =>
  Object.values(sync.parseICS(new TextDecoder().decode(content))).find((part) => part?.type === 'VEVENT') as VEvent

test.group('What goes with a mail', () => {
  test('a convocation brings its sheet and its event, to the employee and to the employer', async ({ assert }) => {
    const { member, employee, facts } = await aVisit()
    const told = await facts()
    await tellConvocation(told, means(told), NOW)
    for (const address of [employee.email!, member.email]) {
      const mail = await mailTo(address)
      const [sheet, event] = await enclosuresOf(mail)
      assert.equal(sheet!.name, 'convocation-2026-11-30.pdf')
      assert.equal(sheet!.type, 'application/pdf')
      assert.include((await readPdf(sheet!.content)).pages[0], "Convocation d'Élodie Marchevaux")
      assert.equal(event!.name, 'rendez-vous-2026-11-30.ics')
      assert.equal(eventIn(event!.content).start.getTime(), startsAt.toMillis())
      assert.include(mail.text, 'Ci-joint')
    }
  })

  test('a new date brings the same event, later in sequence', async ({ assert }) => {
    const { employee, visit, facts } = await aVisit()
    const [first, moved] = [await facts(), await owner().from('visits').where('id', visit.id).update({ sequence: 1 }).then(facts)]
    await tellConvocation(first, means(first), NOW)
    const before = eventIn((await enclosuresOf(await mailTo(employee.email!)))[1]!.content)
    await tellConvocation(moved, means(moved), NOW)
    const mail = await mailTo(employee.email!, ({ subject }) => subject.startsWith('Nouvelle date'))
    const after = eventIn((await enclosuresOf(mail))[1]!.content)
    assert.equal(after.uid, before.uid)
    assert.deepEqual([before.sequence, after.sequence].map(Number), [0, 1])
  })

  test('a cancellation takes the event out of the agenda, and so does a place given to somebody else', async ({ assert }) => {
    for (const [state, tell] of [
      ['cancelled', tellCancellation],
      ['substituted', tellSubstitution],
    ] as const) {
      const { employee, visit, facts } = await aVisit()
      await owner().from('visits').where('id', visit.id).update({ state })
      const told = await facts()
      await tell(told, async () => cancellationFiles(told), NOW)
      const [file, ...others] = await enclosuresOf(await mailTo(employee.email!))
      assert.lengthOf(others, 0)
      const event = eventIn(file!.content)
      assert.equal(event.status, 'CANCELLED')
      assert.equal((event as { method?: string }).method, 'CANCEL')
      assert.equal(Number(event.sequence), 1)
      assert.include(String(event.uid), visit.id)
    }
  })

  test('of a visit that the employer must not know of says nothing of the employer, and goes to the employee alone', async ({ assert }) => {
    const { member, employee, facts } = await aVisit({ visible: false })
    const told = await facts()
    await tellConvocation(told, means(told), NOW)
    const [sheet] = await enclosuresOf(await mailTo(employee.email!))
    const [page] = (await readPdf(sheet!.content)).pages
    assert.notInclude(page, member.name)
    assert.notInclude(page, "l'employeur demande")
  })
})
