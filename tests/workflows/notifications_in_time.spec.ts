import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { asMembers, asStaff } from '#core/tenants'
import { tell } from '#core/outbox'
import { parisDay, parisInstant, addDays } from '#shared/dates'
import { cancelVisit, mintAnswerLink, moveVisit, takeRequest } from '#visits'
import { answerConvocation } from '#visits/actions/answer_convocation'
import { findAnswerLink } from '#visits/queries/find_answer_link'
import { createEmployee, createMember, createRequest, createSlot, createStaff, createUser, createVisit, insert, owner, rowOf, rowsOf } from '#tests/support/factories'
import { headerLinesOf, mailsTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, theirNow } from '#tests/workflows/skipped_time'
import { toldAbout } from '#tests/workflows/told'

type Kind = 'request_taken' | 'employee_declined' | 'visit_cancelled'

const wants = (user: { id: string }, kind: Kind, wanted = true) =>
  insert('notification_choices', { user_id: user.id, kind, channel: 'email', wanted, chosen_at: '2026-01-01' })

async function reader(member: { id: string; number: string }, kind: Kind, values: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser({ member, preset: 'rh', ...values })
  await wants(user, kind)
  return user
}

/** A request that a planner takes now; gives the notification of it. */
async function taken(member: { id: string }) {
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  const request = await createRequest({ employee, requestedAt: await theirNow() })
  const [{ id: staffId }, now] = [await createStaff(), await theirNow()]
  await asStaff((trx) => takeRequest(trx, { requestId: request.id, staffId }, now))
  return rowOf('notifications', { visit_request_id: request.id })
}

/** Somebody convoked in ten days, and what their phone answers. */
async function convokedOf(member: { id: string }, values: { visible?: boolean } = {}) {
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  const startsAt = parisInstant(addDays(parisDay(await theirNow()), 10), '10:00')
  const visit = await createVisit({ employee, startsAt, convokedAt: await theirNow(), ...values })
  return { employee, visit, startsAt }
}

async function decline(visit: { id: string }, now: DateTime) {
  const token = await asStaff((trx) => mintAnswerLink(trx, { visitId: visit.id, sequence: 0 }, now))
  const link = (await findAnswerLink(token, now))!
  await asMembers([link.memberId], (trx) => answerConvocation(trx, { token, link, answer: 'not_coming' }, now))
  return rowOf('notifications', { visit_id: visit.id })
}

const toldTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject)

test.group('A notification by mail', (group) => {
  inSkippedTime(group)

  test('goes once to each user who chose it and may read visits, and to nobody else', async ({ assert }) => {
    const member = await createMember()
    const [chose, also] = [await reader(member, 'request_taken'), await reader(member, 'request_taken', { preset: 'lecture' })]
    const others = [
      await reader(member, 'visit_cancelled'),
      await reader(member, 'request_taken', { preset: 'facturation' }),
      await createUser({ member, preset: 'rh' }),
      await reader(await createMember(), 'request_taken'),
    ]
    const gone = await reader(member, 'request_taken')
    await owner().from('accesses').where('user_id', gone.id).update({ revoked_at: '2026-01-01' })
    const notification = await taken(member)
    await relay()
    await relay()
    await ended(`notification:${notification.id}`)

    assert.sameMembers((await toldAbout(notification.id)).map(({ to }) => to), ['user', 'user'])
    for (const { email } of [chose, also]) assert.deepEqual(await toldTo(email), ['Du nouveau\u00a0: rendez-vous santé au travail'])
    for (const { email } of [...others, gone]) assert.isEmpty(await mailsTo(email))
    assert.isNotNull((await rowOf('notifications', { id: notification.id })).workflow_ended_at)
  })

  test('says what the bell says, in which account, and how to stop it in one click', async ({ assert }) => {
    const member = await createMember()
    const user = await reader(member, 'request_taken')
    const notification = await taken(member)
    await relay()
    await ended(`notification:${notification.id}`)

    const [mail] = await mailsTo(user.email)
    assert.include(mail!.text, 'Demande pour Élodie Marchevaux prise en charge')
    assert.include(mail!.text, `${member.name}, adhérent ${member.number}`)
    assert.include(mail!.text, `/demandes/${notification.visit_request_id}`)
    assert.include(mail!.text, '/compte#notifications')
    const lines = await headerLinesOf(mail!)
    const stop = /\bhttp\S+\/notifications\/arret\/\S+/.exec(mail!.text)![0]
    assert.includeMembers(lines, [`List-Unsubscribe: <${stop}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'Auto-Submitted: auto-generated'])
  })

  test('starts no workflow as long as nobody chose it', async ({ assert }) => {
    const notification = await taken(await createMember())
    assert.isNotNull(notification.workflow_ended_at)
    assert.isEmpty(await rowsOf('outbox_messages', { subject_id: notification.id }))
  })

  test('is not for whoever did it, nor for whoever stopped such mails meanwhile', async ({ assert }) => {
    const member = await createMember()
    const [doer, stopped, stays] = [await reader(member, 'visit_cancelled'), await reader(member, 'visit_cancelled'), await reader(member, 'visit_cancelled')]
    const { visit } = await convokedOf(member)
    const now = await theirNow()
    await asStaff((trx) => cancelVisit(trx, { visitId: visit.id, by: { user: doer.id }, reason: 'Congés' }, now))
    await owner().from('notification_choices').where('user_id', stopped.id).update({ wanted: false })
    const notification = await rowOf('notifications', { visit_id: visit.id })
    await relay()
    await ended(`notification:${notification.id}`)

    assert.lengthOf(await mailsTo(stays.email), 1)
    for (const { email } of [doer, stopped]) assert.isEmpty(await mailsTo(email))
  })

  test('that could not leave for two weeks is no news any more', async ({ assert }) => {
    const member = await createMember()
    const user = await reader(member, 'request_taken')
    const notification = await taken(member)
    await passUntil((await theirNow()).plus({ days: 15 }))
    await relay()
    await ended(`notification:${notification.id}`)
    assert.isEmpty(await mailsTo(user.email))
  })
})

test.group('An employee who cannot come', (group) => {
  inSkippedTime(group)

  test('is told to the contacts at once, once, with what remains possible; who chose it too reads one mail', async ({ assert }) => {
    const member = await createMember()
    const [user, contact] = [await reader(member, 'employee_declined'), await reader(member, 'employee_declined', { email: member.email })]
    const { employee, visit } = await convokedOf(member)
    const notification = await decline(visit, await theirNow())
    await relay()
    await ended(`notification:${notification.id}`)

    const toContact = await mailsTo(contact.email)
    assert.lengthOf(toContact, 1)
    assert.match(toContact[0]!.subject, /^Réponse reçue/)
    assert.notInclude(toContact[0]!.subject, 'Marchevaux')
    assert.include(toContact[0]!.text, "Élodie Marchevaux, a répondu qu'elle ne peut pas venir")
    assert.include(toContact[0]!.text, `/convocations/${visit.id}`)
    assert.isEmpty((await headerLinesOf(toContact[0]!)).filter((line) => line.startsWith('List-Unsubscribe')))
    assert.lengthOf(await mailsTo(user.email), 1)
    assert.isEmpty(await mailsTo(employee.email!))
  })

  test('is told to nobody once the visit has another date', async ({ assert }) => {
    const member = await createMember()
    const { visit, startsAt } = await convokedOf(member)
    const notification = await decline(visit, await theirNow())
    const [slot, { id: staffId }] = [await createSlot({ startsAt: startsAt.plus({ days: 7 }) }), await createStaff()]
    const now = await theirNow()
    await asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId }, now))
    await owner().from('outbox_messages').where('subject_id', visit.id).update({ delivered_at: '2026-01-01' })
    await relay()
    await ended(`notification:${notification.id}`)
    assert.isEmpty(await mailsTo(member.email))
  })
})

test.group('The mails of an employee', (group) => {
  inSkippedTime(group)

  test('each bring a link of its own, until one of them is answered; then recall the answer', async ({ assert }) => {
    const member = await createMember()
    const { employee, visit } = await convokedOf(member)
    await asStaff((trx) => tell(trx, 'visit', visit.id))
    await relay()
    await passUntil(visit.startsAt.minus({ days: 6, hours: 20 }))
    const linkIn = ({ text }: { text: string }) => /\/reponse\/([\w-]{43})/.exec(text)?.[1]
    const [first, second] = (await mailsTo(employee.email!)).map(linkIn)
    assert.exists(first)
    assert.exists(second)
    assert.notEqual(first, second)
    for (const token of [first!, second!]) {
      const now = await theirNow()
      assert.equal((await findAnswerLink(token, now))!.visitId, visit.id)
    }
    for (const mail of await mailsTo(member.email)) assert.isUndefined(linkIn(mail))

    const now = await theirNow()
    const link = (await findAnswerLink(first!, now))!
    await asMembers([member.id], (trx) => answerConvocation(trx, { token: first!, link, answer: 'coming' }, now))
    await passUntil(visit.startsAt)
    const last = (await mailsTo(employee.email!)).at(-1)!
    assert.isUndefined(linkIn(last))
    assert.include(last.text, 'Vous avez confirmé votre venue.')
  })

  test('leave no link in clear in any table, and no hash of one once the visit is over', async ({ assert }) => {
    const { employee, visit } = await convokedOf(await createMember())
    await asStaff((trx) => tell(trx, 'visit', visit.id))
    await relay()
    await passUntil((await theirNow()).plus({ minutes: 5 }))
    const [mail] = await mailsTo(employee.email!)
    const token = /\/reponse\/([\w-]{43})/.exec(mail!.text)![1]!
    assert.lengthOf(await rowsOf('answer_links', { visit_id: visit.id }), 1)
    for (const table of ['answer_links', 'outbox_messages', 'deliveries', 'journal_entries']) {
      const { rows } = await owner().rawQuery(`select count(*)::int as n from ${table} as t where position(? in t::text) > 0`, [token])
      assert.equal(rows[0].n, 0, table)
    }

    const [{ id: staffId }, now] = [await createStaff(), await theirNow()]
    await asStaff((trx) => cancelVisit(trx, { visitId: visit.id, by: { staff: staffId }, reason: 'Médecin absent' }, now))
    await relay()
    await ended(`visit:${visit.id}`)
    assert.isEmpty(await rowsOf('answer_links', { visit_id: visit.id }))
  })
})
