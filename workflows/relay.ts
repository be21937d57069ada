import { asStaff, type Trx } from '#core/tenants'
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client'
import { temporal } from '#workflows/client'

const BATCH = 20
const CALL_MS = 3000

type OutboxMessage = { id: string; workflow_type: string; workflow_id: string; signal: string | null; subject_id: string }

/** Delivers what waits and is due, until nothing is; gives how many messages were delivered. Several relays may run. */
export async function relayOutbox(client: Client): Promise<number> {
  let total = 0
  while (true) {
    const delivered = await asStaff((trx) => relayBatch(trx, client))
    total += delivered
    if (delivered === 0) return total
  }
}

async function relayBatch(trx: Trx, client: Client) {
  const messages = await takeDue(trx)
  const outcomes = await Promise.allSettled(messages.map((message) => start(client, message)))
  let delivered = 0
  for (const [rank, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') await postpone(trx, messages[rank]!.id, outcome.reason)
    else delivered += 1
  }
  const done = messages.filter((_, rank) => outcomes[rank]!.status === 'fulfilled').map(({ id }) => id)
  await trx.from('outbox_messages').whereIn('id', done).update({ delivered_at: trx.raw('now()'), last_error: null })
  return delivered
}

// One message of a workflow at a time, the oldest: a later one waits until the earlier is delivered.
async function takeDue(trx: Trx): Promise<OutboxMessage[]> {
  const { rows } = await trx.rawQuery(
    `select id, workflow_type, workflow_id, signal, subject_id from outbox_messages as message
     where delivered_at is null and retry_at <= now()
       and not exists (
         select from outbox_messages as earlier
         where earlier.workflow_id = message.workflow_id and earlier.delivered_at is null and earlier.id < message.id)
     order by id limit ? for update skip locked`,
    [BATCH]
  )
  return rows
}

async function start(client: Client, { workflow_type, workflow_id, signal, subject_id }: OutboxMessage) {
  const options = { workflowId: workflow_id, taskQueue: temporal.taskQueue, args: [subject_id], workflowIdReusePolicy: 'REJECT_DUPLICATE' } as const
  try {
    await client.withDeadline(Date.now() + CALL_MS, async () => {
      if (signal) await client.workflow.signalWithStart(workflow_type, { ...options, signal })
      else await client.workflow.start(workflow_type, { ...options, workflowIdConflictPolicy: 'USE_EXISTING' })
    })
  } catch (error) {
    // It ran to its end already: nothing is left for it to learn.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}

// From one second to ten; the kind of error only, its words could hold anything.
async function postpone(trx: Trx, id: string, error: unknown) {
  const { name, code } = error as { name?: string; code?: string | number }
  await trx.rawQuery(
    `update outbox_messages set attempts = attempts + 1, last_error = ?,
       retry_at = now() + least(10, power(2, least(attempts, 4))) * interval '1 second'
     where id = ?`,
    [[name, code].filter((part) => part !== undefined).join(' '), id]
  )
}
