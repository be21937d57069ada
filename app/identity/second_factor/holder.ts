import { record } from '#core/journal'
import type { JournalEvent } from '#core/journal_events'
import { asStaff, asUser, type Trx } from '#core/tenants'

/** Who holds a second factor: a user of the portal or one of OSTRA's staff. Both live by the same rules, in two tables. */
export type Holder = { kind: 'user' | 'staff'; id: string }

export const asHolder = <T>({ kind, id }: Holder, work: (trx: Trx) => Promise<T>) => (kind === 'user' ? asUser(id, work) : asStaff(work))

export const tableOf = ({ kind }: Holder) => (kind === 'user' ? 'users' : 'staff_users')

/** The columns by which a row belongs to its holder. */
export const ownedBy = ({ kind, id }: Holder) => (kind === 'user' ? { user_id: id } : { staff_id: id })

type Act = 'password_changed' | 'password_refused' | 'recovery_code_used' | 'recovery_codes_made' | 'enabled' | 'refused' | 'closed' | 'others_closed'

const EVENTS: Record<Act, { user: JournalEvent; staff: JournalEvent }> = {
  password_changed: { user: 'password.changed', staff: 'staff.password_changed' },
  password_refused: { user: 'password.refused', staff: 'staff.password_refused' },
  recovery_code_used: { user: 'recovery_code.used', staff: 'staff.recovery_code_used' },
  recovery_codes_made: { user: 'recovery_codes.made', staff: 'staff.recovery_codes_made' },
  enabled: { user: 'second_factor.enabled', staff: 'staff.second_factor_enabled' },
  refused: { user: 'second_factor.refused', staff: 'staff.code_refused' },
  closed: { user: 'session.closed', staff: 'staff.session_closed' },
  others_closed: { user: 'session.others_closed', staff: 'staff.sessions_closed' },
}

/** In the journal, what somebody did to the locks of their own account, or what was refused to nobody knows whom. */
export function recordOf(trx: Trx, holder: Holder, act: Act) {
  const actor = act === 'refused' ? ({ kind: 'nobody' } as const) : holder
  return record(trx, { actor, event: EVENTS[act][holder.kind], subjectId: holder.id })
}
