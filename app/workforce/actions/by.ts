import type { Actor } from '#core/journal'

/** Who changes something: a user of the member, OSTRA's staff, or the system by itself. */
export type By = { user: string } | { staff: string } | { system: true }

export function actorOf(by: By): Actor {
  if ('user' in by) return { kind: 'user', id: by.user }
  return 'staff' in by ? { kind: 'staff', id: by.staff } : { kind: 'system' }
}

/** The user behind a row that keeps one, null for anybody else. */
export function userOf(by: By): string | null {
  return 'user' in by ? by.user : null
}
