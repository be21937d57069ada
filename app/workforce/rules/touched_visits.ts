import type { Day } from '#shared/days'
import { FOLLOW_UP_KINDS } from '#visits/rules/request_admission'
import type { VisitKind } from '#visits/rules/visit_kinds'

export type Convoked = { kind: VisitKind; day: Day }

/** What changes for the employee, as far as a visit that is convoked already is concerned. */
export type Change =
  | { type: 'departure'; leftOn: Day }
  | { type: 'stoppage'; firstDay: Day; lastDay: Day }
  /** `dueKinds`: what is due once the post has begun. */
  | { type: 'post'; fromOn: Day; dueKinds: readonly string[] }

// What takes place during a stoppage, by nature.
const DURING_A_STOPPAGE: readonly VisitKind[] = ['pre_return', 'liaison']

/** Whether the change touches a visit: after the last day, within the stoppage, or during a post that does not make its kind due. */
export function isTouched({ kind, day }: Convoked, change: Change): boolean {
  switch (change.type) {
    case 'departure':
      return day > change.leftOn && kind !== 'post_exposure'
    case 'stoppage':
      return change.firstDay <= day && day <= change.lastDay && !DURING_A_STOPPAGE.includes(kind)
    case 'post':
      // The post decides on these; the others have a reason of their own.
      return change.fromOn <= day && FOLLOW_UP_KINDS.includes(kind) && !change.dueKinds.includes(kind)
  }
}
