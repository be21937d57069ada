import { defineSignal } from '@temporalio/workflow'

/** The row behind the workflow changed: read it again. */
export const changed = defineSignal('changed')

/** Instants are milliseconds of UTC: a workflow only compares and sleeps. */
export type Moment = { key: string; at: number }

/** `over`: nothing more is to happen to this visit. `sequence` counts its dates, from 0; each has its own moments. */
export type VisitPlan = { over: boolean; sequence: number; moments: Moment[] }

/** `next`: when to look again; without it only a change matters. */
export type RequestWatch = { over: boolean; next?: number }
