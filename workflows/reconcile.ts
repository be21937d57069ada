import { asStaff } from '#core/tenants'
import { workflowId, type Workflow } from '#core/outbox'
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client'
import { temporal } from '#workflows/client'
import type { Followed } from '#workflows/marks'

const PAGE = 500
const AT_ONCE = 10

type Kind = { workflow: Workflow; type: string; table: Followed }

const KINDS: Kind[] = [
  { workflow: 'visit_request', type: 'visitRequestWorkflow', table: 'visit_requests' },
  { workflow: 'visit', type: 'visitWorkflow', table: 'visits' },
  { workflow: 'account_link', type: 'accountLinkWorkflow', table: 'account_links' },
  { workflow: 'siren_change', type: 'sirenChangeWorkflow', table: 'siren_changes' },
  { workflow: 'notification', type: 'notificationWorkflow', table: 'notifications' },
  { workflow: 'security_notice', type: 'securityNoticeWorkflow', table: 'security_notices' },
  { workflow: 'invitation', type: 'invitationWorkflow', table: 'invitations' },
  { workflow: 'import', type: 'importWorkflow', table: 'imports' },
]

/**
 * Starts every workflow that a row implies and that Temporal does not have, be it lost, ended by hand or failed: a row
 * says itself when its workflow has nothing left to do. Gives how many were started.
 */
export async function reconcile(client: Client): Promise<number> {
  let started = 0
  for (const kind of KINDS) started += await reconcileKind(client, kind)
  return started
}

async function reconcileKind(client: Client, kind: Kind) {
  let started = 0
  for (let after: string | undefined; ; ) {
    const ids = await unendedRows(kind.table, after)
    for (let first = 0; first < ids.length; first += AT_ONCE) {
      const answers = await Promise.all(ids.slice(first, first + AT_ONCE).map((id) => startMissing(client, kind, id)))
      started += answers.filter(Boolean).length
    }
    if (ids.length < PAGE) return started
    after = ids.at(-1)
  }
}

async function unendedRows(table: Followed, after?: string): Promise<string[]> {
  const rows = await asStaff((trx) => {
    const query = trx.from(table).select('id').whereNull('workflow_ended_at').orderBy('id').limit(PAGE)
    return after ? query.where('id', '>', after) : query
  })
  return rows.map(({ id }) => id)
}

async function startMissing(client: Client, { workflow, type }: Kind, id: string) {
  try {
    await client.workflow.start(type, {
      workflowId: workflowId(workflow, id),
      taskQueue: temporal.taskQueue,
      args: [id],
      workflowIdConflictPolicy: 'FAIL',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}
