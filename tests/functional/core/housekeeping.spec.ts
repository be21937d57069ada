import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { pruneAll } from '#core/housekeeping/prune'
import { PRUNINGS } from '#core/housekeeping/prunings'
import { createEmployee, createMember, createRequest, createUser } from '#tests/support/factories'
import { insert, owner, rowOf } from '#tests/support/factories/rows'
import { visitor } from '#tests/support/http'

// Far from what other tests write: their rows have years to live.
const NOW = DateTime.fromISO('2018-03-15T03:40:00', { zone: 'Europe/Paris' })

type Case = { keep: Record<string, number>; write: (at: DateTime) => Promise<{ id: string }> }

async function notification(at: DateTime, over = true) {
  const { id, memberId } = await createRequest({ employee: await createEmployee({ member: await createMember() }) })
  return insert('notifications', { member_id: memberId, kind: 'request_taken', visit_request_id: id, at, workflow_ended_at: over ? at : null })
}

async function link(at: DateTime | null) {
  const user = await createUser({ member: await createMember() })
  return insert('account_links', { purpose: 'password_reset', user_id: user.id, requested_at: NOW.minus({ years: 3 }), workflow_ended_at: at })
}

async function emailChange(expiresAt: DateTime) {
  const { id, user_id: userId } = await link(null)
  const change = { user_id: userId, old_email: 'avant@essai.example', new_email: 'apres@essai.example', old_link_id: id }
  return insert('email_changes', { ...change, asked_at: expiresAt.minus({ hours: 1 }), expires_at: expiresAt })
}

async function invitation(at: DateTime) {
  const member = await createMember()
  const user = await createUser({ member })
  const invited = { member_id: member.id, email: 'invitee@essai.example', full_name: 'Maëlle Caradec', invited_by: user.id, invited_at: at }
  const [{ rights }] = await owner().from('accesses').select('rights').where('user_id', user.id)
  return insert('invitations', { ...invited, rights, withdrawn_at: at, workflow_ended_at: at })
}

const outbox = (deliveredAt: DateTime | null) =>
  insert('outbox_messages', { workflow_type: 'visitWorkflow', workflow_id: 'visit:x', subject_id: randomUUID(), created_at: NOW.minus({ years: 3 }), delivered_at: deliveredAt })

const session = (table: string) => (expiresAt: DateTime) => insert(table, { id: randomUUID(), data: '{}', expires_at: expiresAt })

/** How a row of each table that is pruned comes to be over at an instant. */
const CASES: Record<string, Case> = {
  outbox_messages: { keep: { days: 30 }, write: outbox },
  deliveries: {
    keep: { years: 5 },
    write: (at) => insert('deliveries', { message: 'convocation', subject_id: randomUUID(), recipient: 'employee:1', created_at: at }),
  },
  notifications: { keep: { months: 12 }, write: notification },
  security_notices: {
    keep: { months: 12 },
    write: async (at) => insert('security_notices', { user_id: (await createUser()).id, kind: 'password_changed', at, workflow_ended_at: at }),
  },
  email_changes: { keep: { months: 12 }, write: emailChange },
  invitations: { keep: { months: 12 }, write: invitation },
  account_links: { keep: { days: 30 }, write: link },
  sessions: { keep: {}, write: session('sessions') },
  staff_sessions: { keep: {}, write: session('staff_sessions') },
  devices: {
    keep: {},
    write: async (at) => insert('devices', { token_hash: randomUUID(), user_id: (await createUser()).id, seen_at: at, expires_at: at }),
  },
}

const isThere = async (table: string, id: string) => (await rowOf(table, { id })) !== null

test.group('What is kept, and how long', () => {
  test('{table}: at the exact edge it is there, an instant later it is gone')
    .with(PRUNINGS.map(({ table }) => ({ table })))
    .run(async ({ assert }, { table }) => {
      const known = CASES[table]
      if (!known) throw new Error(`How does a row of ${table} come to be over? Tell this test`)
      const edge = NOW.minus(known.keep)
      const atTheEdge = await known.write(edge)
      await pruneAll(NOW)
      assert.isTrue(await isThere(table, atTheEdge.id))
      await pruneAll(NOW.plus({ milliseconds: 1 }))
      assert.isFalse(await isThere(table, atTheEdge.id))
    })

  test('an order that was not delivered, a link or a notification still followed stay, however old', async ({ assert, cleanup }) => {
    const old = NOW.minus({ years: 9 })
    const kept = [
      ['outbox_messages', await outbox(null)],
      ['account_links', await link(null)],
      ['notifications', await notification(old, false)],
    ] as const
    cleanup(async () => {
      await owner().from('outbox_messages').where('id', kept[0][1].id).delete()
    })
    await pruneAll(NOW)
    for (const [table, { id }] of kept) assert.isTrue(await isThere(table, id), table)
  })

  test('a setting moves the edge', async ({ assert, cleanup }) => {
    cleanup(async () => {
      await owner().from('settings').where('key', 'keep_outbox').delete()
    })
    const message = await outbox(NOW.minus({ days: 8 }))
    await pruneAll(NOW)
    assert.isTrue(await isThere('outbox_messages', message.id))
    await insert('settings', { key: 'keep_outbox', value: JSON.stringify({ days: 7 }) })
    await pruneAll(NOW)
    assert.isFalse(await isThere('outbox_messages', message.id))
  })

  test('a setting that would take away what is not over is refused', async ({ assert, cleanup }) => {
    cleanup(async () => {
      await owner().from('settings').where('key', 'keep_outbox').delete()
    })
    await insert('settings', { key: 'keep_outbox', value: JSON.stringify({ days: -1 }) })
    await assert.rejects(() => pruneAll(NOW), /keep_outbox keeps nothing/)
  })

  test('is said by the privacy page in the very numbers of the job', async ({ assert, cleanup }) => {
    cleanup(async () => {
      await owner().from('settings').where('key', 'keep_deliveries').delete()
    })
    const said = async () => (await visitor().get('/confidentialite')).text
    for (const words of ['5 ans', '12 mois', '30 jours après leur fin']) assert.include(await said(), words)
    await insert('settings', { key: 'keep_deliveries', value: JSON.stringify({ years: 7 }) })
    assert.include(await said(), '7 ans')
  })
})
