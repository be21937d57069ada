import { defineSignal } from '@temporalio/workflow'

/** Somebody decided: read the row again. */
export const changed = defineSignal('changed')

/** What an import waits for: nothing, it goes on (`more`); somebody's decision until an instant (`until`, in milliseconds); nothing any more (`over`). */
export type ImportStep = { step: 'more' } | { step: 'wait'; until: number } | { step: 'over' }
