import { defineSignal } from '@temporalio/workflow'

/** The invitation was answered, withdrawn, or sent again by another. */
export const changed = defineSignal('changed')

/** Instants are milliseconds of UTC: a workflow only compares and sleeps. */
export type InvitationPlan = { remindAt: number; expiresAt: number }
