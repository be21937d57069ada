import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import { stopClock } from '#core/clock'
import { hashToken } from '#core/tokens'
import { asStaff } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { cancelVisit, mintAnswerLink, moveVisit, substituteVisit } from '#visits'
import { createDueVisit, createEmployee, createMember, createSlot, createStaff, createUser, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { eventsAbout, itIsNow, NOW } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const COMING = { reponse: 'je_viens' }
const NOT_COMING = { reponse: 'je_ne_viens_pas' }

/** Somebody convoked, with the link that their mail brings. */
async function convoked({ visible = true } = {}) {
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  const visit = await createVisit({ employee, startsAt, visible, kind: visible ? 'periodic_information' : 'pre_return' })
  const token = await asStaff((trx) => mintAnswerLink(trx, { visitId: visit.id, sequence: 0 }, NOW))
  const link = `/reponse/${token}`
  const phone = visitor()
  return { member, employee, visit, token, link, phone }
}

const answersTo = (visit: { id: string }) => rowsOf('employee_answers', { visit_id: visit.id })
const noticesOf = (visit: { id: string }) => rowsOf('notifications', { visit_id: visit.id })

test.group('The link of a person convoked', (group) => {
  group.each.setup(itIsNow)

  test('shows when and where, and neither who nor what for', async ({ assert }) => {
    const { member, employee, link, phone } = await convoked()
    const page = await phone.get(link)

    assert.equal(page.status, 200)
    assert.include(page.text.toLowerCase(), 'lundi 30 novembre 2026 à 10 h 00')
    assert.include(page.text, member.centre.name)
    assert.deepEqual(page.form(link)!.buttons, ['Je confirme ma venue', 'Je ne peux pas venir'])
    for (const secret of [employee.familyName, employee.firstName, member.name, member.number, 'périodique', 'médecin', 'infirmi']) {
      assert.notInclude(page.html, secret)
    }
  })

  test('is kept by nobody on its way: not indexed, not stored, not told to other sites', async ({ assert }) => {
    const { link, phone } = await convoked()
    const { headers, html } = await phone.get(link)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('x-robots-tag'), 'noindex')
    assert.include(html, '<meta name="robots" content="noindex">')
  })

  test('opened by a mail filter, as often as it likes, answers nothing', async ({ assert }) => {
    const { visit, link } = await convoked()
    for (const filter of [visitor(), visitor(), visitor()]) await filter.get(link)
    assert.isEmpty(await answersTo(visit))
  })

  test('is stored as a hash', async ({ assert }) => {
    const { visit, token } = await convoked()
    const row = await rowOf('answer_links', { visit_id: visit.id })
    assert.equal(row.token_hash, hashToken(token))
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    assert.notInclude(JSON.stringify(row), token)
  })
})

test.group('Answering a convocation', (group) => {
  group.each.setup(itIsNow)

  test('to confirm is kept, shown to the employer, and rings for nobody', async ({ assert }) => {
    const { member, visit, link, phone } = await convoked()
    await phone.get(link)
    const answer = await phone.post(link, COMING)
    assert.equal(answer.status, 303)
    assert.include((await phone.follow(answer)).text, 'Vous venez au rendez-vous.')

    assert.containsSubset(await answersTo(visit), [{ answer: 'coming', sequence: 0, member_id: member.id }])
    assert.isEmpty(await noticesOf(visit))
    assert.deepEqual(await eventsAbout(visit.id), ['visit.confirmed'])
    const employer = await signedInAs(await createUser({ member }))
    const page = await employer.get(`/convocations/${visit.id}`)
    assert.include(page.text, 'Venue confirmée par la personne convoquée réponse du mardi 24 novembre 2026 à 9 h 12')
  })

  test('that one cannot come cancels nothing: the employer is told, and decides', async ({ assert }) => {
    const { member, visit, link, phone } = await convoked()
    await phone.get(link)
    const page = await phone.follow(await phone.post(link, NOT_COMING))
    assert.include(page.text, "Le rendez-vous n'est pas encore annulé. Votre employeur est prévenu")

    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, visit.id)
    const [notice] = await noticesOf(visit)
    assert.containsSubset(notice, { kind: 'employee_declined', member_id: member.id, actor_user_id: null, workflow_ended_at: null })
    const [told] = await rowsOf('outbox_messages', { subject_id: notice.id })
    assert.equal(told.workflow_type, 'notificationWorkflow')
    assert.deepEqual(await eventsAbout(visit.id), ['visit.declined'])
    const employer = await signedInAs(await createUser({ member }))
    const convocation = await employer.get(`/convocations/${visit.id}`)
    assert.include(convocation.text, 'La personne convoquée ne peut pas venir')
    assert.include(convocation.text, 'Remplacer le salarié')
  })

  test('clicked twice is one answer, and one notification', async ({ assert }) => {
    const { visit, link, phone } = await convoked()
    const form = await phone.get(link)
    const answers = await Promise.all([1, 2, 3, 4].map(() => phone.post(link, NOT_COMING, { from: form })))
    assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303, 303])
    assert.lengthOf(await answersTo(visit), 1)
    assert.lengthOf(await noticesOf(visit), 1)
  })

  test('once given stays: the other answer is refused, and says which one holds', async ({ assert }) => {
    const { visit, link, phone } = await convoked()
    const form = await phone.get(link)
    await phone.post(link, COMING, { from: form })
    const second = await phone.post(link, NOT_COMING, { from: form })
    assert.equal(second.status, 409)
    assert.include(second.text, 'Vous venez au rendez-vous.')
    assert.include(second.text, 'Pour changer de réponse, appelez OSTRA')
    assert.containsSubset(await answersTo(visit), [{ answer: 'coming' }])
    assert.isEmpty(await noticesOf(visit))
  })

  test('by the link of a later mail is the same answer', async ({ assert }) => {
    const { visit, link, phone } = await convoked()
    const later = await asStaff((trx) => mintAnswerLink(trx, { visitId: visit.id, sequence: 0 }, NOW))
    await phone.get(link)
    await phone.post(link, COMING)
    const page = await visitor().get(`/reponse/${later}`)
    assert.include(page.text, 'Votre réponse est enregistrée')
    assert.isUndefined(page.form(`/reponse/${later}`))
  })

  test('needs the token of its form, and one of its two words', async ({ assert }) => {
    const { visit, link, phone } = await convoked()
    await phone.get(link)
    assert.equal((await phone.post(link, { ...COMING, _csrf: undefined })).status, 419)
    for (const reponse of ['peut-etre', '', 'coming', undefined]) {
      assert.equal((await phone.post(link, { reponse }, { from: await phone.get(link) })).status, 400)
    }
    assert.isEmpty(await answersTo(visit))
  })

  test('of a visit that the employer must not see tells the employer nothing', async ({ assert }) => {
    const { visit, link, phone } = await convoked({ visible: false })
    const form = await phone.get(link)
    assert.notInclude(form.text, 'employeur')
    const page = await phone.follow(await phone.post(link, NOT_COMING))
    assert.notInclude(page.text, 'employeur')
    assert.containsSubset(await answersTo(visit), [{ answer: 'not_coming' }])
    assert.isEmpty(await noticesOf(visit))
  })
})

test.group('A link that no longer answers', (group) => {
  group.each.setup(itIsNow)

  const staff = () => createStaff()
  const ways: { why: string; happens: (world: Awaited<ReturnType<typeof convoked>>) => Promise<unknown> }[] = [
    { why: 'cancelled', happens: async ({ visit }) => cancel(visit.id, (await staff()).id) },
    {
      why: 'moved',
      happens: async ({ visit }) => {
        const [slot, { id: staffId }] = [await createSlot({ startsAt: startsAt.plus({ days: 3 }) }), await staff()]
        return asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId }, NOW))
      },
    },
    {
      why: 'given to somebody else',
      happens: async ({ member, visit }) => {
        const [user, other] = [await createUser({ member }), await createEmployee({ member, first_name: 'Yann' })]
        await createDueVisit({ employee: other, until_on: '2026-12-16' })
        return asStaff((trx) => substituteVisit(trx, { visitId: visit.id, employeeId: other.id, userId: user.id }, NOW))
      },
    },
    { why: 'begun', happens: async () => stopClock(startsAt) },
  ]
  const cancel = (visitId: string, by: string) =>
    asStaff((trx) => cancelVisit(trx, { visitId, by: { staff: by }, reason: 'Médecin absent' }, NOW))

  test('is void when the visit is {why}, for a form already open too')
    .with(ways)
    .run(async ({ assert }, { happens }) => {
      const world = await convoked()
      const { visit, link, phone } = world
      const form = await phone.get(link)
      await happens(world)

      const page = await phone.get(link)
      assert.equal(page.status, 410)
      assert.equal(page.heading, 'Ce lien ne sert plus')
      assert.notInclude(page.text, '30 novembre')
      assert.equal((await phone.post(link, NOT_COMING, { from: form })).status, 410)
      assert.isEmpty(await answersTo(visit))
    })

  test('learns of a cancellation that was made at the same instant and came first', async ({ assert }) => {
    const { visit, link, phone } = await convoked()
    const form = await phone.get(link)
    const { id: staffId } = await createStaff()
    const answering = await asStaff(async (trx) => {
      await cancelVisit(trx, { visitId: visit.id, by: { staff: staffId }, reason: 'Médecin absent' }, NOW)
      const posted = phone.post(link, NOT_COMING, { from: form })
      await setTimeout(300)
      return { posted }
    })
    assert.equal((await answering.posted).status, 410)
    assert.isEmpty(await answersTo(visit))
  })

  test('is good until the last second before the visit', async ({ assert }) => {
    const { link, phone } = await convoked()
    stopClock(startsAt.minus({ seconds: 1 }))
    assert.equal((await phone.get(link)).status, 200)
  })

  test('was never given: {what}')
    .with([
      { what: 'a letter', token: 'a' },
      { what: 'another page', token: '../connexion' },
      { what: 'as long as one of ours', token: 'A'.repeat(43) },
      { what: 'a control character', token: '\0' },
      { what: 'words of SQL', token: "'; drop table visits; --" },
      { what: 'a drawing', token: '🙈' },
      { what: 'thousands of letters', token: 'x'.repeat(4000) },
    ])
    .run(async ({ assert }, { token }) => {
      const page = await visitor().get(`/reponse/${encodeURIComponent(token)}`)
      assert.include([400, 404, 410], page.status)
      assert.notInclude(page.text, 'Je confirme')
    })

  test('as the hash that a stolen backup would show opens nothing', async ({ assert }) => {
    const { token } = await convoked()
    assert.equal((await visitor().get(`/reponse/${hashToken(token)}`)).status, 410)
  })
})
