import { DefaultFailureConverter } from '@temporalio/common'

/** Messages and stacks of errors go through the payload codec too. Loaded by its path, in the worker and in the bundle. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
