import { journal, writeVisit } from '#database/demo/records'
import type { PastRow } from '#database/demo/past'
import type { Followed, Scene } from '#database/demo/scene'

/** Somebody gave their place: the visit that a colleague was seen at was theirs first. */
export function writeReplaced(scene: Scene, employee: Followed, { visit, slot }: PastRow) {
  const { memberId, userId } = employee.firm
  const given = writeVisit(scene, employee, { kind: visit.kind, state: 'substituted', slot, convokedAt: visit.convoked_at })
  const at = slot.startsAt.minus({ hours: 26 })
  visit.convoked_at = at
  scene.rows.add('substitutions', { visit_id: given.id, new_visit_id: visit.id, member_id: memberId, asked_by_user: userId, at })
  journal(scene, employee, { by: 'user', event: 'visit.substituted', at, subjectId: given.id })
}
