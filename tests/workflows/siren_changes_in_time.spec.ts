import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { tell } from '#core/outbox'
import { acceptSirenChange, refuseSirenChange, takeSirenChange } from '#members'
import { addDays, parisDay, parisInstant } from '#shared/dates'
import { createMember, createSirenChange, createStaff, createUser, owner, rowOf } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, theirNow } from '#tests/workflows/skipped_time'

async function sent(values: Record<string, unknown> = {}) {
  // Who is reminded are all of a role: those of other tests are put aside.
  await owner().from('staff_users').where('role', 'member_relations').update({ active: false })
  const clerk = await createStaff({ role: 'member_relations' })
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const requestedAt = await theirNow()
  const change = await createSirenChange({ member, user, requested_at: requestedAt, effective_on: parisDay(requestedAt), ...values })
  await asStaff((trx) => tell(trx, 'siren_change', change.id))
  await relay()
  return { change, clerk, member, user, requestedAt, today: parisDay(requestedAt) }
}

const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject.replaceAll('\u00a0', ' '))

test.group('A change of SIREN as time passes', (group) => {
  inSkippedTime(group)

  test('is acknowledged once, and the staff are reminded every three days until they decide', async ({ assert }) => {
    const { change, clerk, user, today } = await sent()
    await passUntil(parisInstant(addDays(today, 7), '10:00'))
    assert.deepEqual(await subjects(user.email), ['Changement de SIREN : demande reçue'])
    assert.lengthOf(await subjects(clerk.email), 2)

    const instant = await theirNow()
    await asStaff((trx) => refuseSirenChange(trx, { changeId: change.id, staffId: clerk.id, reason: 'Le Kbis a plus de trois mois.' }, instant))
    await relay()
    await ended(`siren_change:${change.id}`)
    assert.include(await subjects(user.email), 'Changement de SIREN : demande refusée')
    assert.lengthOf(await subjects(clerk.email), 2)
    assert.isNotNull((await rowOf('siren_changes', { id: change.id })).workflow_ended_at)
  })

  test('that somebody looks at reminds them, not the others', async ({ assert }) => {
    const { change, clerk, today } = await sent()
    const other = await createStaff({ role: 'member_relations' })
    const instant = await theirNow()
    await asStaff((trx) => takeSirenChange(trx, { changeId: change.id, staffId: other.id }, instant))
    await passUntil(parisInstant(addDays(today, 3), '10:00'))
    assert.isEmpty(await subjects(clerk.email))
    assert.lengthOf(await subjects(other.email), 1)
    await asStaff((trx) => refuseSirenChange(trx, { changeId: change.id, staffId: other.id, reason: 'Non' }, instant))
    await relay()
    await ended(`siren_change:${change.id}`)
  })

  test('accepted for a day to come is in force that day, the former numbers until then', async ({ assert }) => {
    const day = addDays(parisDay(await theirNow()), 40)
    const { change, clerk, member, user } = await sent({ effective_on: day })
    const instant = await theirNow()
    await asStaff((trx) => acceptSirenChange(trx, { changeId: change.id, staffId: clerk.id }, instant))
    await relay()
    await passUntil(parisInstant(day, '00:00').minus({ minutes: 1 }))
    assert.notEqual((await rowOf('members', { id: member.id })).siret, change.new_siret)
    assert.include(await subjects(user.email), 'Changement de SIREN : demande acceptée')
    await passUntil(parisInstant(day, '00:10'))
    await ended(`siren_change:${change.id}`)
    assert.equal((await rowOf('members', { id: member.id })).siret, change.new_siret)
    assert.lengthOf(await subjects(user.email), 2)
  })
})
