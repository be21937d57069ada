import type { DateTime } from 'luxon'
import { isClosed, type RequestState } from '#visits/rules/request_watch'
import { requestStateWord } from '#visits/rules/state_words'

export type RequestStep = { label: string; at: DateTime | null; done: boolean; here: boolean }

export type RequestStepFacts = {
  state: RequestState
  requestedAt: DateTime
  takenAt: DateTime | null
  /** The start of the visit that answers the request. */
  startsAt: DateTime | null
  closedAt: DateTime | null
}

const PATH: RequestState[] = ['sent', 'taken', 'planned', 'held']

/** The steps of a request, past and to come. One that was refused or cancelled ends there: what never was is not shown. */
export function requestSteps(facts: RequestStepFacts): RequestStep[] {
  const { state, requestedAt, takenAt, startsAt, closedAt } = facts
  const dates = { sent: requestedAt, taken: takenAt, planned: startsAt, held: startsAt }
  if (state === 'refused' || state === 'cancelled') {
    const lived = (['sent', 'taken', 'planned'] as const).filter((step) => dates[step] !== null)
    return [...lived.map((step) => toStep(step, dates[step], 'done')), toStep(state, closedAt, 'here')]
  }
  const reached = PATH.indexOf(state)
  return (['sent', 'taken', 'planned', 'held'] as const).map((step, rank) =>
    toStep(step, rank <= reached ? dates[step] : null, rank < reached || isClosed(state) ? 'done' : rank === reached ? 'here' : 'ahead')
  )
}

function toStep(state: RequestState, at: DateTime | null, place: 'done' | 'here' | 'ahead'): RequestStep {
  return { label: requestStateWord(state).label, at, done: place === 'done', here: place === 'here' }
}
