import type { DateTime } from 'luxon'
import { isClosed, type RequestState } from '#visits/rules/request_watch'

/** The longest message, in characters. */
export const MESSAGE_MAX = 2000

/** A message as a page shows it. `author`: in the words of who reads. `side`: who wrote it. */
export type Message = { id: string; text: string; author: string; side: 'member' | 'staff'; sentAt: DateTime; isNew: boolean }

/** Whether employer and planner may still write on a request: not once it is over, what was said then stays. */
export function mayWriteOn(state: RequestState): boolean {
  return !isClosed(state)
}
