import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { moveClock } from '#core/clock'
import { asMembers, type Trx } from '#core/tenants'
import { hashToken } from '#core/tokens'
import { acceptInvitation } from '#identity/actions/accept_invitation'
import { invite } from '#identity/actions/invite'
import { withdrawInvitation } from '#identity/actions/withdraw_invitation'
import { rightsOf } from '#identity/rules/rights'
import { createMember, createUser, owner, rowOf, uniqueEmail } from '#tests/support/factories'
import { mailsTo, mailTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, statusOf, theirNow } from '#tests/workflows/skipped_time'
import { toldTo } from '#tests/workflows/told'

const tokenIn = (text: string) => /invitation\/([\w-]+)/.exec(text)![1]!

async function invited() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  const email = uniqueEmail('invitee')
  const now = await theirNow()
  const act = <T>(work: (trx: Trx) => Promise<T>) => asMembers([member.id], work, holder.id)
  const terms = { rights: rightsOf('rh'), siteIds: null, endsOn: null }
  const sent = await act((trx) => invite(trx, { memberId: member.id, userId: holder.id, name: 'Maëlle Corvaisier', email, terms }, now))
  if (!sent.ok) throw new Error(sent.error.type)
  await relay()
  return { id: sent.value.invitationId, email, now, withdraw: () => act((trx) => withdrawInvitation(trx, { memberId: member.id, userId: holder.id, invitationId: sent.value.invitationId }, now)) }
}

const daysBetween = (one: Date, other: DateTime) => Math.round(DateTime.fromJSDate(one).diff(other).as('days') * 100) / 100

test.group('An invitation as time passes', (group) => {
  inSkippedTime(group)
  group.each.teardown(() => moveClock())

  test('is mailed with a link for seven days, of which only the hash is kept', async ({ assert }) => {
    const { id, email, now } = await invited()
    const mail = await mailTo(email)
    const row = await rowOf('invitations', { id })
    assert.equal(row.token_hash, hashToken(tokenIn(mail.text)))
    assert.equal(daysBetween(row.expires_at, now), 7)
    assert.include(mail.text, 'Claire Montaubry')
    assert.notInclude(mail.subject, 'Montaubry')
    const outbox = await owner().from('outbox_messages').where('subject_id', id)
    assert.notInclude(JSON.stringify(outbox), tokenIn(mail.text))
  })

  test('is recalled after three days by another link, and ends after seven', async ({ assert }) => {
    const { id, email, now } = await invited()
    await mailTo(email)
    await passUntil(now.plus({ days: 3, hours: 1 }))
    const reminder = await mailTo(email, ({ subject }) => subject.startsWith('Rappel'))
    const row = await rowOf('invitations', { id })
    assert.equal(row.token_hash, hashToken(tokenIn(reminder.text)))
    assert.equal(daysBetween(row.expires_at, now), 7)

    await ended(`invitation:${id}`)
    const over = await rowOf('invitations', { id })
    assert.isNull(over.token_hash)
    assert.isAtLeast(over.workflow_ended_at.getTime(), over.expires_at.getTime())
    assert.lengthOf(await mailsTo(email), 2)
    assert.deepEqual((await toldTo('invitation', id)).map(([message]) => message), ['invitation.link', 'invitation.reminder'])
  })

  test('that was accepted is not recalled, and ends at once', async ({ assert }) => {
    const { id, email, now } = await invited()
    const mail = await mailTo(email)
    const accepted = await acceptInvitation({ hash: hashToken(tokenIn(mail.text)), name: 'Maëlle', password: 'lanterne-brume-granit-77' }, now)
    assert.isTrue(accepted.ok)
    await relay()
    await passUntil(now.plus({ days: 4 }))
    assert.lengthOf(await mailsTo(email), 1)
    assert.equal(await statusOf(`invitation:${id}`), 'COMPLETED')
    assert.isNull((await rowOf('invitations', { id })).token_hash)
  })

  test('that was withdrawn is not recalled', async ({ assert }) => {
    const { id, email, now, withdraw } = await invited()
    await mailTo(email)
    assert.isTrue((await withdraw()).ok)
    await relay()
    await passUntil(now.plus({ days: 4 }))
    assert.lengthOf(await mailsTo(email), 1)
    assert.isNotNull((await rowOf('invitations', { id })).workflow_ended_at)
  })

  test('whose access would be over by then is not recalled', async ({ assert }) => {
    const { id, email, now } = await invited()
    await mailTo(email)
    await owner().from('invitations').where('id', id).update({ ends_on: now.plus({ days: 1 }).toISODate() })
    await passUntil(now.plus({ days: 4 }))
    assert.lengthOf(await mailsTo(email), 1)
  })
})
