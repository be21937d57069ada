import { defineSignal } from '@temporalio/workflow'

/** The link was used. */
export const changed = defineSignal('changed')
