/** Entry of the workflow bundle. */
export { passwordResetWorkflow } from '#workflows/identity/workflow'
export { visitRequestWorkflow, visitWorkflow } from '#workflows/visits/workflow'
