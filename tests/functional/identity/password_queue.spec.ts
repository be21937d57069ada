import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { verifyPassword, WAITING_AT_MOST } from '#identity/password_hashing'
import { Busy } from '#core/exceptions/refusals'
import { createMember, createUser, PASSWORD, rowsOf } from '#tests/support/factories'
import { visitor } from '#tests/support/http'

/** Holds every hash until `open`; counts how many are under way at once. */
function holdHashes() {
  const { verify } = hash
  const { promise, resolve } = Promise.withResolvers<void>()
  const seen = { running: 0, most: 0 }
  hash.verify = async (stored, password) => {
    seen.most = Math.max(seen.most, ++seen.running)
    await promise
    seen.running--
    return verify.call(hash, stored, password)
  }
  return { seen, open: resolve, mend: () => void (hash.verify = verify) }
}

const fill = (count: number) => Array.from({ length: count }, () => verifyPassword(null, PASSWORD).catch((error) => error))

test.group('The queue of passwords', () => {
  test('hashes two at once, lets twenty wait and sends the others back', async ({ assert, cleanup }) => {
    const held = holdHashes()
    cleanup(held.mend)
    const all = fill(2 + WAITING_AT_MOST + 3)
    const sentBack = await Promise.all(all.slice(-3))
    for (const answer of sentBack) assert.instanceOf(answer, Busy)
    held.open()
    const served = await Promise.all(all.slice(0, -3))
    assert.deepEqual(new Set(served), new Set([false]))
    assert.equal(held.seen.most, 2)
    assert.isFalse(await verifyPassword(null, PASSWORD))
  })

  test('that is full answers 503, says when to come back, and counts no try', async ({ assert, cleanup }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    const someone = visitor()
    const form = await someone.get('/connexion')
    const before = (await rowsOf('journal_entries', { subject_id: user.id })).length
    const held = holdHashes()
    cleanup(held.mend)
    const all = fill(2 + WAITING_AT_MOST)
    for (let count = 0; count < 7; count++) {
      const page = await someone.post('/connexion', { identifiant: user.identifier, mot_de_passe: PASSWORD }, { from: form })
      assert.equal(page.status, 503)
      assert.equal(page.headers.get('retry-after'), '5')
      assert.equal(page.heading, 'Trop de personnes se connectent en ce moment')
      assert.include(page.text, 'Recommencez dans 5 secondes')
    }
    held.open()
    await Promise.all(all)
    assert.lengthOf(await rowsOf('journal_entries', { subject_id: user.id }), before)
    assert.equal((await someone.signIn({ identifier: user.identifier, password: PASSWORD })).status, 303)
  })
})
