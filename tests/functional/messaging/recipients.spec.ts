import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { findNotification } from '#messaging'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'
import { listSubscribers } from '#messaging/queries/list_subscribers'
import { parisInstant } from '#shared/dates'
import { createAccess, createEmployee, createMember, createUser, createVisit, insert, owner } from '#tests/support/factories'

const TODAY = '2026-11-24'

/** A convocation at one of two sites, and what to be told of it. */
async function aConvocation() {
  const member = await createMember()
  const site = await insert('sites', { member_id: member.id, name: 'Atelier de Vern' })
  const elsewhere = await insert('sites', { member_id: member.id, name: 'Chantier de Brest' })
  const startsAt = parisInstant('2026-12-03', '10:00')
  const visit = await createVisit({ employee: await createEmployee({ member, site_id: site.id }), startsAt })
  const { id } = await insert('notifications', { member_id: member.id, kind: 'visit_convoked', visit_id: visit.id, visit_starts_at: startsAt, at: startsAt.minus({ days: 9 }) })
  return { member, site, elsewhere, id }
}

async function subscriber(values: Parameters<typeof createAccess>[0]) {
  const access = await createAccess(values)
  await insert('notification_choices', { user_id: access.user.id, kind: 'visit_convoked', channel: 'email', wanted: true, chosen_at: new Date() })
  return access
}

const subscribersOf = (id: string, today = TODAY) => asStaff(async (trx) => listSubscribers(trx, (await findNotification(trx, id))!, [], today))

test.group('A mail about a notification', () => {
  test('goes to those whose access is in force that day, and no longer to the others', async ({ assert }) => {
    const { member, id } = await aConvocation()
    const open = await subscriber({ member })
    const toEnd = await subscriber({ member, endsOn: TODAY })
    const suspended = await subscriber({ member })
    const revoked = await subscriber({ member })
    await owner().from('accesses').where('id', suspended.id).update({ suspended_at: new Date() })
    await owner().from('accesses').where('id', revoked.id).update({ revoked_at: new Date() })
    assert.sameMembers(await subscribersOf(id), [`user:${open.user.id}`, `user:${toEnd.user.id}`])
    assert.deepEqual(await subscribersOf(id, '2026-11-25'), [`user:${open.user.id}`])
  })

  test('goes to those who see the site of its employee', async ({ assert }) => {
    const { member, site, elsewhere, id } = await aConvocation()
    const here = await subscriber({ member, siteIds: [site.id, elsewhere.id] })
    await subscriber({ member, siteIds: [elsewhere.id] })
    assert.deepEqual(await subscribersOf(id), [`user:${here.user.id}`])
  })

  test('goes to those whose own rights let them read visits', async ({ assert }) => {
    const { member, id } = await aConvocation()
    const none = { company: 'none', workforce: 'write', visits: 'none', documents: 'none', billing: 'none', statistics: 'none', access: 'none' } as const
    await subscriber({ member, rights: none })
    const reader = await subscriber({ member, rights: { ...none, visits: 'read' } })
    assert.deepEqual(await subscribersOf(id), [`user:${reader.user.id}`])
  })
})

test.group('A mail to an employer without contacts', () => {
  test('goes to the holder; while OSTRA keeps them out, to the other administrators who stay', async ({ assert }) => {
    const member = await createMember()
    await owner().from('contacts').where('member_id', member.id).delete()
    const holder = await createUser({ member, holder: true })
    const other = await createAccess({ member, preset: 'administrateur' })
    await createAccess({ member, preset: 'administrateur', endsOn: '2099-12-31' })
    await createAccess({ member, preset: 'rh' })
    const recipients = () => asStaff((trx) => listEmployerRecipients(trx, member.id))
    assert.deepEqual(await recipients(), [`user:${holder.id}`])

    const staff = await insert('staff_users', { email: `${member.number}@ostra.example`, full_name: 'Mickaël', role: 'member_relations', password_hash: 'x', totp_secret: 'x' })
    await insert('holder_recoveries', { member_id: member.id, reason: 'x', proof: 'x', former_becomes: 'revoked', former_blocked: true, opened_by: staff.id, opened_at: new Date() })
    await owner().from('accesses').where('user_id', holder.id).update({ suspended_at: new Date() })
    assert.deepEqual(await recipients(), [`user:${other.user.id}`])
  })
})
