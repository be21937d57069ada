import { test } from '@japa/runner'
import { moveClock } from '#core/clock'
import { requestPasswordReset } from '#identity/actions/request_password_reset'
import { resetPassword } from '#identity/actions/reset_password'
import { hashToken } from '#core/tokens'
import { createMember, createUser, rowOf } from '#tests/support/factories'
import { mailTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, statusOf, theirNow } from '#tests/workflows/skipped_time'

async function asked() {
  const user = await createUser({ member: await createMember(), holder: true })
  await requestPasswordReset(user.identifier, await theirNow())
  await relay()
  const reset = await rowOf('account_links', { user_id: user.id })
  return { user, id: reset.id as string }
}

const tokenIn = (text: string) => /reinitialisation\/([\w-]+)/.exec(text)![1]!

test.group('A reset link as time passes', (group) => {
  inSkippedTime(group)
  group.each.teardown(() => moveClock())

  test('is mailed with a token of which only the hash is kept', async ({ assert }) => {
    const { user, id } = await asked()
    const mail = await mailTo(user.email)
    const row = await rowOf('account_links', { id })

    assert.equal(row.token_hash, hashToken(tokenIn(mail.text)))
    assert.notInclude(mail.subject, user.name)
    assert.equal(await statusOf(`account_link:${id}`), 'RUNNING')
  })

  test('is tidied at its end, after 60 minutes', async ({ assert }) => {
    const { user, id } = await asked()
    await mailTo(user.email)
    const { expires_at: expiresAt } = await rowOf('account_links', { id })
    await ended(`account_link:${id}`)

    const row = await rowOf('account_links', { id })
    assert.isNull(row.token_hash)
    assert.isAtLeast(row.workflow_ended_at.getTime(), expiresAt.getTime())
    assert.isAtMost(row.workflow_ended_at.getTime(), expiresAt.getTime() + 60_000)
  })

  test('that was used ends its workflow at once', async ({ assert }) => {
    const { user, id } = await asked()
    const mail = await mailTo(user.email)
    const now = await theirNow()
    const reset = await resetPassword({ token: tokenIn(mail.text), password: 'lanterne-brume-granit-77' }, now)
    assert.isTrue(reset.ok)
    await relay()
    await passUntil(now.plus({ minutes: 5 }))

    const row = await rowOf('account_links', { id })
    assert.isNotNull(row.consumed_at)
    assert.isNotNull(row.workflow_ended_at)
  })
})
