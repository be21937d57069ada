/** Entry of the workflow bundle. */
export { accountLinkWorkflow } from '#workflows/identity/workflow'
export { importWorkflow } from '#workflows/imports/workflow'
export { invitationWorkflow } from '#workflows/invitations/workflow'
export { jobWorkflow } from '#workflows/jobs/workflow'
export { sirenChangeWorkflow } from '#workflows/members/workflow'
export { notificationWorkflow } from '#workflows/notifications/workflow'
export { securityNoticeWorkflow } from '#workflows/security/workflow'
export { visitRequestWorkflow, visitWorkflow } from '#workflows/visits/workflow'
