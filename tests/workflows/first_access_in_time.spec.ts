import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { hashToken } from '#core/tokens'
import { sendFirstAccess } from '#identity'
import { openFirstAccess } from '#identity/actions/open_first_access'
import { requestFirstAccess } from '#identity/actions/request_first_access'
import { createMember, createStaff, insert, rowOf, uniqueEmail } from '#tests/support/factories'
import { mailsTo, mailTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, theirNow } from '#tests/workflows/skipped_time'

async function createClosed() {
  const member = await createMember()
  const email = uniqueEmail('direction')
  await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email })
  return { member, email }
}

const linkOf = (memberId: string) => rowOf('account_links', { member_id: memberId })
const tokenIn = (text: string) => /premiere-connexion\/([\w-]+)/.exec(text)![1]!

test.group('The link of a first access as time passes', (group) => {
  inSkippedTime(group)

  test('is mailed to the contact on file, with a token of which only the hash is kept', async ({ assert }) => {
    const { member, email } = await createClosed()
    await requestFirstAccess(member.number, await theirNow())
    await relay()
    const mail = await mailTo(email)
    const row = await linkOf(member.id)
    assert.equal(row.token_hash, hashToken(tokenIn(mail.text)))
    assert.include(mail.text, member.number)
    assert.notInclude(mail.subject, member.name)
    assert.lengthOf(await mailsTo(email), 1)
  })

  test('that was used ends its workflow at once', async ({ assert }) => {
    const { member, email } = await createClosed()
    await requestFirstAccess(member.number, await theirNow())
    await relay()
    const mail = await mailTo(email)
    const now = await theirNow()
    assert.isTrue((await openFirstAccess({ token: tokenIn(mail.text), password: 'lanterne-brume-granit-77' }, now)).ok)
    await relay()
    await passUntil(now.plus({ minutes: 5 }))
    assert.isNotNull((await linkOf(member.id)).workflow_ended_at)
  })

  test('is tidied at its end, after 60 minutes; staff may send another', async ({ assert }) => {
    const { member, email } = await createClosed()
    await requestFirstAccess(member.number, await theirNow())
    await relay()
    await mailTo(email)
    const { id } = await linkOf(member.id)
    await ended(`account_link:${id}`)
    assert.isNull((await rowOf('account_links', { id })).token_hash)

    const staff = await createStaff({ role: 'member_relations' })
    const now = await theirNow()
    assert.isTrue((await asStaff((trx) => sendFirstAccess(trx, { memberId: member.id, staffId: staff.id }, now))).ok)
    await relay()
    await passUntil(now.plus({ minutes: 1 }))
    assert.lengthOf(await mailsTo(email), 2)
  })
})
