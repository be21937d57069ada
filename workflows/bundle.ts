import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, type Logger } from '@temporalio/worker'
import { failureConverterPath } from '#workflows/client'

/** The code of the workflows, alone: they run apart from everything else, the same at each replay. */
export function bundleWorkflows(logger?: Logger) {
  const workflowsPath = fileURLToPath(new URL('index.ts', import.meta.url))
  return bundleWorkflowCode({ workflowsPath, failureConverterPath, logger })
}
