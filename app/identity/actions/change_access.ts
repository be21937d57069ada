import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { JournalEvent } from '#core/journal_events'
import type { Trx } from '#core/tenants'
import { lockAccesses, type LockedAccess } from '#identity/actions/access_locks'
import { writeAccess } from '#identity/actions/write_access'
import { decideAct, type AccessAct, type ActRefusal } from '#identity/rules/access_acts'
import { sameTerms, type AccessTerms } from '#identity/rules/access_terms'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

type Asked = { memberId: string; accessId: string; userId: string }
type Columns = Record<string, unknown>

/** Gives an access other rights, other sites or another end. What is the same already writes nothing. */
export function changeAccess(trx: Trx, { terms, ...asked }: Asked & { terms: AccessTerms }, now: DateTime) {
  return act(trx, asked, 'change', 'access.changed', (access) => (sameTerms(access, terms) ? null : [columnsOf(access), columnsOf(terms)]), now)
}

export function suspendAccess(trx: Trx, asked: Asked, now: DateTime) {
  return act(trx, asked, 'suspend', 'access.suspended', () => [{ suspended_at: null }, { suspended_at: now.toISO() }], now)
}

export function resumeAccess(trx: Trx, asked: Asked, now: DateTime) {
  return act(trx, asked, 'resume', 'access.resumed', ({ suspendedAt }) => [{ suspended_at: suspendedAt }, { suspended_at: null }], now)
}

/** For good: to come back takes an invitation. */
export function revokeAccess(trx: Trx, asked: Asked, now: DateTime) {
  return act(trx, asked, 'revoke', 'access.revoked', () => [{ revoked_at: null }, { revoked_at: now.toISO() }], now)
}

async function act(
  trx: Trx,
  { memberId, accessId, userId }: Asked,
  which: AccessAct,
  event: JournalEvent,
  change: (access: LockedAccess) => [before: Columns, after: Columns] | null,
  now: DateTime
): Promise<Result<null, ActRefusal>> {
  const { actor, find } = await lockAccesses(trx, { memberId, userId }, parisDay(now))
  const access = find(accessId)
  const decision = decideAct(which, { ...access, own: access.userId === userId }, actor)
  if (!decision.ok) return refuse(decision.error)
  const columns = change(access)
  if (!columns) return ok(null)
  const [before, after] = columns
  await writeAccess(trx, { accessId, memberId, before, after, by: { user: userId } }, now)
  await record(trx, { actor: { kind: 'user', id: userId }, event, memberId, subjectId: accessId })
  return ok(null)
}

const columnsOf = ({ rights, siteIds, endsOn }: AccessTerms): Columns => ({ rights, site_ids: siteIds, ends_on: endsOn })
