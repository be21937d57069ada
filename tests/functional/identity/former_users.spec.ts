import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { eraseFormerUsers } from '#identity'
import { parisDay } from '#shared/dates'
import { createMember, createPasskey, createUser, owner, rowOf, rowsOf } from '#tests/support/factories'

// Far from what other tests write: their users are of today.
const NOW = DateTime.fromISO('2018-03-15T04:00:00', { zone: 'Europe/Paris' })
const EDGE = NOW.minus({ years: 1 })
const erase = () => asStaff((trx) => eraseFormerUsers(trx, NOW))

async function former(change: Record<string, unknown>, createdAt = EDGE.minus({ years: 2 })) {
  const user = await createUser({ member: await createMember(), preset: 'rh', name: 'Yannick Morvan' })
  await owner().from('users').where('id', user.id).update({ created_at: createdAt.toISO() })
  await owner().from('accesses').where('user_id', user.id).update(change)
  return user
}
const nameOf = async ({ id }: { id: string }) => (await rowOf('users', { id })).full_name

test.group('A user whose last access ended', () => {
  test('is erased a year after it, not at the very instant: no name, no address, no password, no key', async ({ assert }) => {
    const before = await former({ revoked_at: EDGE.minus({ seconds: 1 }).toISO() })
    const at = await former({ revoked_at: EDGE.toISO() })
    await createPasskey({ user: before })
    await erase()
    const erased = await rowOf('users', { id: before.id })
    assert.deepInclude(erased, { full_name: 'Ancien utilisateur', email: `efface-${before.id}@utilisateur.invalid`, password_hash: null, totp_secret: null })
    assert.isEmpty(await rowsOf('passkeys', { user_id: before.id }))
    assert.equal(await nameOf(at), 'Yannick Morvan')
    assert.lengthOf(await rowsOf('journal_entries', { event: 'user.erased', subject_id: before.id }), 1)
    await erase()
    assert.lengthOf(await rowsOf('journal_entries', { event: 'user.erased', subject_id: before.id }), 1)
  })

  test('on a day is erased a year after that day', async ({ assert }) => {
    const before = await former({ ends_on: parisDay(EDGE.minus({ days: 1 })) })
    const that = await former({ ends_on: parisDay(EDGE) })
    await erase()
    assert.equal(await nameOf(before), 'Ancien utilisateur')
    assert.equal(await nameOf(that), 'Yannick Morvan')
  })

  test('stays as long as one access is open, even suspended', async ({ assert }) => {
    const user = await former({ revoked_at: EDGE.minus({ years: 1 }).toISO() })
    const other = await createMember()
    await owner().table('accesses').insert({ ...(await rightsOf(user)), user_id: user.id, member_id: other.id, suspended_at: EDGE.minus({ years: 1 }).toISO() })
    await erase()
    assert.equal(await nameOf(user), 'Yannick Morvan')
  })
})

async function rightsOf({ id }: { id: string }) {
  const { rights } = await owner().from('accesses').where('user_id', id).first()
  return { rights: JSON.stringify(rights) }
}
