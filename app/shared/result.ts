/** What a rule or an action answers: a value, or an expected refusal that its caller switches on. */
export type Result<T, E extends { type: string }> = { ok: true; value: T } | { ok: false; error: E }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<const E extends { type: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}
