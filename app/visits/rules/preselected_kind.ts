import { dueState, type Day } from '#shared/dates'
import { dueFollowUp, type Due } from '#visits/rules/request_admission'
import type { RequestKind } from '#visits/rules/request_kinds'

type Requestee = { due: readonly Due[]; convokedVisitId: string | null }

/** The kind of request that the form proposes: the follow-up when it is due to one of them within six months, else the employer's own demand. */
export function preselectedKind(employees: readonly Requestee[], today: Day): RequestKind {
  const waits = ({ due, convokedVisitId }: Requestee) => {
    const next = dueFollowUp(due)
    return convokedVisitId === null && next !== null && dueState(next.until, today) !== 'fine'
  }
  return employees.length === 0 || employees.some(waits) ? 'follow_up' : 'employer_demand'
}
