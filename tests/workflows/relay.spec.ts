import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { tell, workflowId } from '#core/outbox'
import { relayOutbox } from '#workflows/relay'
import { rowOf, rowsOf } from '#tests/support/factories'
import { settleWorkflows } from '#tests/support/worker'

type Call = { id: string; signal?: string }

/** A Temporal that notes what it is asked, slowly, and may refuse. */
function temporalThat({ refuses = () => false }: { refuses?: (call: Call) => boolean } = {}) {
  const calls: Call[] = []
  const take = async (_: string, { workflowId: id, signal }: { workflowId: string; signal?: string }) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const call = { id, ...(signal && { signal }) }
    if (refuses(call)) throw Object.assign(new Error('for employee aurelie@essai.example'), { name: 'ServiceError', code: 14 })
    calls.push(call)
  }
  const client = { withDeadline: (_: number, work: () => Promise<unknown>) => work(), workflow: { start: take, signalWithStart: take } }
  return { client: client as any, calls }
}

const write = (id: string, signal?: 'changed') => asStaff((trx) => tell(trx, 'visit', id, signal))
const messagesOf = (id: string) => rowsOf('outbox_messages', { subject_id: id })

test.group('The relay', (group) => {
  group.each.setup(() => settleWorkflows())

  test('delivers the messages of one workflow in the order in which they were written', async ({ assert }) => {
    const { client, calls } = temporalThat()
    const id = randomUUID()
    await write(id)
    await write(id, 'changed')
    await write(id, 'changed')

    assert.equal(await relayOutbox(client), 3)
    const workflow = workflowId('visit', id)
    assert.deepEqual(calls, [{ id: workflow }, { id: workflow, signal: 'changed' }, { id: workflow, signal: 'changed' }])
  })

  test('shares the work with other relays: each message is delivered once, still in order', async ({ assert }) => {
    const { client, calls } = temporalThat()
    const ids = Array.from({ length: 30 }, () => randomUUID())
    for (const id of ids) await write(id)
    for (const id of ids) await write(id, 'changed')
    await Promise.all([1, 2, 3].map(() => relayOutbox(client)))
    await relayOutbox(client)

    assert.lengthOf(calls, 60)
    for (const id of ids) {
      const own = calls.filter((call) => call.id === workflowId('visit', id))
      assert.deepEqual(own.map(({ signal }) => signal), [undefined, 'changed'])
    }
  })

  test('keeps what Temporal refuses, and what comes after it for the same workflow, and lets the others pass', async ({ assert }) => {
    const [stuck, free] = [randomUUID(), randomUUID()]
    const { client, calls } = temporalThat({ refuses: ({ id }) => id.endsWith(stuck) })
    await write(stuck)
    await write(stuck, 'changed')
    await write(free)
    await relayOutbox(client)

    assert.deepEqual(calls, [{ id: workflowId('visit', free) }])
    const [first, second] = (await messagesOf(stuck)).toSorted((one, other) => (one.id < other.id ? -1 : 1))
    assert.isNull(first.delivered_at)
    assert.equal(first.attempts, 1)
    assert.isAbove(first.retry_at.getTime(), first.created_at.getTime())
    assert.equal(second.attempts, 0)
  })

  test('notes the kind of a failure and none of its words', async ({ assert }) => {
    const { client } = temporalThat({ refuses: () => true })
    const id = randomUUID()
    await write(id)
    await relayOutbox(client)

    assert.equal((await rowOf('outbox_messages', { subject_id: id })).last_error, 'ServiceError 14')
  })
})
