import { test } from '@japa/runner'
import { asMembers } from '#core/tenants'
import { inTransaction, type Trx } from '#core/transaction'
import { rightsOf } from '#identity/rules/rights'
import { createAccess, createMember, createUser, owner, rowOf } from '#tests/support/factories'

const NO_ADMINISTRATOR = /without an administrator/

/** A member with so many administrators, none of them its holder. */
async function administrators(count: number) {
  const member = await createMember()
  const ids: string[] = []
  for (let rank = 0; rank < count; rank++) ids.push((await createAccess({ member, preset: 'administrateur' })).id)
  return { member, ids }
}

const LOSSES = {
  'a revocation': { revoked_at: '2026-11-24' },
  'a suspension': { suspended_at: '2026-11-24' },
  'a lesser right': { rights: rightsOf('lecture') },
  'an end, even one that is far': { ends_on: '2099-12-31' },
}

const lose = (trx: Trx, id: string, how: keyof typeof LOSSES) => trx.from('accesses').where('id', id).update(LOSSES[how])

test.group('A member, in the database', () => {
  test('never loses its last administrator by {$self}')
    .with(Object.keys(LOSSES) as (keyof typeof LOSSES)[])
    .run(async ({ assert }, how) => {
      const { ids } = await administrators(2)
      await inTransaction('migration', (trx) => lose(trx, ids[0]!, how))
      await assert.rejects(() => inTransaction('migration', (trx) => lose(trx, ids[1]!, how)), NO_ADMINISTRATOR)
      const left = await rowOf('accesses', { id: ids[1] })
      assert.deepEqual([left.revoked_at, left.suspended_at, left.ends_on, left.rights.access], [null, null, null, 'write'])
    })

  test('keeps one when two transactions take the last two at the same moment, by {$self}')
    .with(Object.keys(LOSSES) as (keyof typeof LOSSES)[])
    .run(async ({ assert }, how) => {
      const { member, ids } = await administrators(2)
      // Both have written before either commits: neither sees what the other did.
      const { promise: bothWrote, resolve } = Promise.withResolvers<void>()
      let written = 0
      const take = (id: string) =>
        inTransaction('migration', async (trx) => {
          await lose(trx, id, how)
          if (++written === 2) resolve()
          await bothWrote
        })
      const ends = await Promise.allSettled(ids.map(take))
      assert.sameMembers(ends.map(({ status }) => status), ['fulfilled', 'rejected'])
      assert.match(String(ends.find((end) => end.status === 'rejected')!.reason), NO_ADMINISTRATOR)
      const left = await owner().from('accesses').where('member_id', member.id)
        .whereRaw("rights ->> 'access' = 'write' and revoked_at is null and suspended_at is null and ends_on is null")
      assert.lengthOf(left, 1)
    })

  test('may lose two of three at the same moment', async ({ assert }) => {
    const { ids } = await administrators(3)
    await assert.doesNotReject(() => Promise.all(ids.slice(1).map((id) => inTransaction('migration', (trx) => lose(trx, id, 'a revocation')))))
  })

  test('has one holder, who has no end and stays an administrator', async ({ assert }) => {
    const member = await createMember()
    const holder = await createUser({ member, holder: true })
    await createAccess({ member, preset: 'administrateur' })
    const { id } = await rowOf('accesses', { user_id: holder.id })
    const write = (values: Record<string, unknown>) => inTransaction('migration', (trx) => trx.from('accesses').where('id', id).update(values))
    await assert.rejects(() => write({ ends_on: '2099-12-31' }), /accesses_holder/)
    await assert.rejects(() => write({ rights: rightsOf('lecture') }), /accesses_holder/)
    await assert.rejects(() => write({ revoked_at: '2026-11-24' }), /accesses_holder/)
    await assert.rejects(() => write({ holder: false }), /without a holder/)
    await assert.rejects(() => write({ suspended_at: '2026-11-24' }), /without a holder/)
    await assert.rejects(() => createUser({ member, holder: true }), /accesses_one_holder_per_member/)
  })
})

test.group('An access, in the hands of the portal', () => {
  test('is changed by nobody but an administrator of its member', async ({ assert }) => {
    const member = await createMember()
    const administrator = await createUser({ member, holder: true })
    const { id, user } = await createAccess({ member })
    const change = (userId: string, values: Record<string, unknown>) => asMembers([member.id], (trx) => trx.from('accesses').where('id', id).update(values), userId)
    for (const values of [{ rights: rightsOf('administrateur') }, { site_ids: null, ends_on: '2099-12-31' }, { suspended_at: new Date() }, { holder: true }]) {
      await assert.rejects(() => change(user.id, values), /changed by administrators|accesses_holder/)
    }
    await change(user.id, { notifications_seen_at: new Date() })
    await change(administrator.id, { rights: rightsOf('lecture') })
    assert.deepEqual((await rowOf('accesses', { id })).rights, rightsOf('lecture'))
  })

  test('holds rights that the database knows, each domain with its level', async ({ assert }) => {
    const member = await createMember()
    const { workforce, ...missing } = rightsOf('rh')
    for (const rights of [missing, { ...missing, workforce: 'admin' }, { ...missing, workforce, salary: 'read' }, { ...rightsOf('lecture'), access: 'write' }]) {
      await assert.rejects(() => createUser({ member, rights: rights as never }), /accesses_rights/)
    }
  })
})
