import { DefaultLogger, type WorkflowBundle } from '@temporalio/worker'
import { bundleWorkflows } from '#workflows/bundle'

let made: Promise<WorkflowBundle> | undefined

/** One bundle for the whole suite. */
export function theBundle() {
  made ??= bundleWorkflows(new DefaultLogger('ERROR'))
  return made
}
