import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { changeEmployee, changePost, correctStoppage, hireEmployee, recordDeparture, recordStoppage, rehireEmployee, type By } from '#workforce'
import { isEntry, type Deed, type Entry, type KnownDeed } from '#imports/rules/compare_person'
import type { PersonFacts } from '#imports/rules/person'

export type Whose = { memberId: string; by: By; nir: string | null; facts: PersonFacts }
export type DeedRefusal = { type: string }

const IDENTITY = { siteId: null, email: null, phone: null, payrollId: null, needs: [], interpreterLanguage: null }

/** Does one thing for one person by the action of the workforce that a page would call. Gives the person's id. */
export async function applyDeed(trx: Trx, whose: Whose, employeeId: string | null, deed: Deed, now: DateTime): Promise<Result<string, DeedRefusal>> {
  if (isEntry(deed)) return enter(trx, whose, employeeId, deed, now)
  if (employeeId === null) return refuse({ type: 'nobody' })
  const on = { memberId: whose.memberId, employeeId, by: whose.by }
  const done = await changeKnown(trx, on, deed, now)
  return done.ok ? ok(employeeId) : done
}

type On = { memberId: string; employeeId: string; by: By }

function changeKnown(trx: Trx, on: On, deed: KnownDeed, now: DateTime): Promise<Result<unknown, DeedRefusal>> {
  switch (deed.act) {
    case 'change_identity':
      return changeEmployee(trx, { ...on, changes: deed.identity }, now)
    case 'change_contract':
      return changeEmployee(trx, { ...on, changes: deed.contract }, now)
    case 'change_post':
      return changePost(trx, { ...on, fromOn: deed.fromOn, post: deed.post }, now)
    case 'record_stoppage':
      return recordStoppage(trx, { ...on, stoppage: deed.stoppage.stoppage }, now)
    case 'correct_stoppage':
      return correctStoppage(trx, { ...on, stoppageId: deed.stoppage.id!, stoppage: deed.stoppage.stoppage }, now)
    case 'depart':
      return recordDeparture(trx, { ...on, leftOn: deed.leftOn, reason: deed.reason }, now)
  }
}

async function enter(trx: Trx, { facts, nir, ...whose }: Whose, employeeId: string | null, { act, identity }: Entry, now: DateTime) {
  const { hiredOn, contractNature, contractEndOn, jobTitle, pcsCode } = facts
  const hire = {
    ...whose,
    nir,
    identity: { ...IDENTITY, ...(identity as { familyName: string; firstName: string; birthDate: string }) },
    hiredOn: hiredOn!,
    contract: { nature: contractNature ?? 'permanent', endOn: contractEndOn ?? null },
    post: { jobTitle: jobTitle!, pcsCode: pcsCode ?? null, risks: [], night: false, listedReason: null },
  }
  // The lines of the file were compared by more than the name: whoever looks alike was accepted as another person.
  const entered = act === 'rehire' ? await rehireEmployee(trx, { ...hire, employeeId: employeeId! }, now) : await hireEmployee(trx, { ...hire, sure: true }, now)
  return entered.ok ? ok(entered.value.employeeId) : entered
}
