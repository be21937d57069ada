import { defineSignal } from '@temporalio/workflow'

/** Somebody decided. */
export const changed = defineSignal('changed')
