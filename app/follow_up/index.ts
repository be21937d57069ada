export { refresh } from '#follow_up/actions/refresh'
export { listDueVisits, type DueVisitRow } from '#follow_up/queries/list_due_visits'
export type { DueKind } from '#follow_up/rules/next_visits'
export type { SumLine } from '#follow_up/rules/sum'
