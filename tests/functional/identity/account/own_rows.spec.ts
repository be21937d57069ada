import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { asUser } from '#core/tenants'
import { somebody, setUpTotp } from '#tests/functional/identity/account/people'
import { createPasskey, owner, uniqueEmail } from '#tests/support/factories'

const TABLES = ['recovery_codes', 'passkeys', 'email_changes', 'security_notices']

async function withEverything() {
  const { user, someone } = await somebody()
  await setUpTotp(someone)
  await createPasskey({ user })
  await someone.get('/compte/adresse')
  await someone.post('/compte/adresse', { email: uniqueEmail('nouvelle') })
  return user
}

test.group('What somebody holds for themselves', () => {
  test('is seen by them, by no other user, and by no query that forgot whose it is', async ({ assert }) => {
    const [mine, theirs] = [await withEverything(), await withEverything()]
    for (const table of TABLES) {
      const ids = (await owner().from(table).where('user_id', theirs.id)).map(({ id }) => id)
      assert.isNotEmpty(ids, table)
      const seen = (userId: string) => asUser(userId, (trx) => trx.from(table).select('id').whereIn('id', ids))
      assert.lengthOf(await seen(theirs.id), ids.length, table)
      assert.isEmpty(await seen(mine.id), table)
      assert.isEmpty(await db.connection('portal').from(table).select('id').whereIn('id', ids), table)
    }
  })

  test('cannot be written for another user', async ({ assert }) => {
    const [mine, theirs] = [await withEverything(), await withEverything()]
    const code = { user_id: theirs.id, code_hash: 'x', made_at: new Date() }
    await assert.rejects(() => asUser(mine.id, (trx) => trx.insertQuery().table('recovery_codes').insert(code)), /row-level security/)
    await asUser(mine.id, (trx) => trx.from('users').where('id', theirs.id).update({ totp_secret: null }))
    assert.isNotNull((await owner().from('users').where('id', theirs.id).first()).totp_secret)
  })

  test('shows the portal neither the password of anybody, nor the links of a new address', async ({ assert }) => {
    const { id } = await withEverything()
    await assert.rejects(() => asUser(id, (trx) => trx.from('users').select('password_hash')), /permission denied/)
    await assert.rejects(() => asUser(id, (trx) => trx.from('email_changes').select('new_link_id')), /permission denied/)
  })
})
