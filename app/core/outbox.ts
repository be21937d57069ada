import type { Trx } from '#core/tenants'

/** A workflow and the row it stands for; the relay makes the id `<workflow>:<subject>`. */
export type Workflow = 'visit_request' | 'visit' | 'account_link' | 'notification' | 'siren_change' | 'invitation' | 'security_notice' | 'import'

const TYPES: Record<Workflow, string> = {
  visit_request: 'visitRequestWorkflow',
  visit: 'visitWorkflow',
  account_link: 'accountLinkWorkflow',
  notification: 'notificationWorkflow',
  siren_change: 'sirenChangeWorkflow',
  invitation: 'invitationWorkflow',
  security_notice: 'securityNoticeWorkflow',
  import: 'importWorkflow',
}

/** The id of the workflow that stands for a row. */
export function workflowId(workflow: Workflow, subjectId: string) {
  return `${workflow}:${subjectId}`
}

/**
 * Says, in the transaction that wrote the row, that its workflow must start, or learn that the row changed.
 * Nothing leaves before the commit; the relay delivers after it, in order for each workflow.
 */
export async function tell(trx: Trx, workflow: Workflow, subjectId: string, signal?: 'changed') {
  await trx.rawQuery(
    'insert into outbox_messages (workflow_type, workflow_id, signal, subject_id) values (?, ?, ?, ?)',
    [TYPES[workflow], workflowId(workflow, subjectId), signal ?? null, subjectId] as string[]
  )
}
