import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import type { Holder } from '#identity/second_factor/holder'
import { createMember, createStaff, createUser, rowOf, rowsOf } from '#tests/support/factories'
import { mailsTo, mailTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, relay, theirNow } from '#tests/workflows/skipped_time'

async function changed(holder: Holder) {
  const now = await theirNow()
  await asStaff((trx) => noticeSecurity(trx, holder, 'password_changed', now))
  await relay()
  const column = holder.kind === 'user' ? 'user_id' : 'staff_id'
  return (await rowOf('security_notices', { [column]: holder.id })).id as string
}

test.group('A change to the locks of an account', (group) => {
  inSkippedTime(group)

  test('is told once to its user, who finds the way to their account', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    const id = await changed({ kind: 'user', id: user.id })
    const mail = await mailTo(user.email)
    assert.include(mail.text, 'Votre mot de passe a changé')
    assert.isTrue(mail.links.some((link) => link.endsWith('/compte')))
    await ended(`security_notice:${id}`)
    await relay()
    assert.lengthOf(await mailsTo(user.email), 1)
    assert.lengthOf(await rowsOf('deliveries', { subject_id: id }), 1)
    assert.isNotNull((await rowOf('security_notices', { id })).workflow_ended_at)
  })

  test('is told to a member of staff, with the address of the back office', async ({ assert }) => {
    const staff = await createStaff()
    await changed({ kind: 'staff', id: staff.id })
    const mail = await mailTo(staff.email)
    assert.isTrue(mail.links.some((link) => link.endsWith('/admin/compte')))
    assert.notInclude(mail.subject, staff.name)
  })
})
