/** Entry of the workflow bundle. */
export { accountLinkWorkflow } from '#workflows/identity/workflow'
export { jobWorkflow } from '#workflows/jobs/workflow'
export { notificationWorkflow } from '#workflows/notifications/workflow'
export { visitRequestWorkflow, visitWorkflow } from '#workflows/visits/workflow'
