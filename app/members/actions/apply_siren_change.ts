import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { differences } from '#members/rules/changes'
import { parisDay } from '#shared/dates'

/** Puts an accepted change in force once its day has come: the member's numbers and name change, the row keeps the former ones. */
export async function applySirenChange(trx: Trx, { changeId }: { changeId: string }, now: DateTime): Promise<boolean> {
  const change = await trx
    .from('siren_changes')
    .select('member_id', 'former_siret', 'former_name', 'new_siret', 'new_name', 'effective_on', 'decided_by')
    .where({ id: changeId, state: 'accepted' })
    .whereNull('applied_at')
    .forUpdate()
    .first()
  if (!change || change.effective_on > parisDay(now)) return false
  const siret: string = change.new_siret
  await trx.from('members').where('id', change.member_id).update({ siret, siren: siret.slice(0, 9), company_name: change.new_name })
  await trx.from('siren_changes').where('id', changeId).update({ applied_at: now.toISO() })
  const changed = differences({ siret: change.former_siret, company_name: change.former_name }, { siret, company_name: change.new_name })
  await trx.table('company_changes').insert({
    member_id: change.member_id,
    subject: 'company',
    subject_id: change.member_id,
    before: JSON.stringify(changed!.before),
    after: JSON.stringify(changed!.after),
    changed_by_staff: change.decided_by,
    at: now.toISO(),
  })
  await record(trx, { actor: { kind: 'system' }, event: 'siren_change.applied', memberId: change.member_id, subjectId: change.member_id })
  return true
}
