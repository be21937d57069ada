import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { keepChange } from '#members/actions/change_history'
import { differences, type Fields } from '#members/rules/changes'
import { ok, refuse, type Result } from '#shared/result'

export type SiteFields = { name: string; address_line: string | null; postal_code: string | null; city: string | null; siret: string | null }
type Who = { memberId: string; userId: string }
type Refusal = { type: 'not_found' } | { type: 'same_name' } | { type: 'same_siret' } | { type: 'other_siren' }

const COLUMNS = ['name', 'address_line', 'postal_code', 'city', 'siret'] as const

export async function addSite(trx: Trx, { memberId, userId, ...fields }: Who & SiteFields, now: DateTime): Promise<Result<string, Refusal>> {
  const taken = await takenBy(trx, memberId, fields)
  if (taken) return refuse({ type: taken })
  const [{ id }] = await trx.table('sites').insert({ member_id: memberId, ...fields }).returning('id')
  await keepChange(trx, { memberId, userId, subject: 'site', subjectId: id, before: null, after: fields }, 'site.added', now)
  return ok(id)
}

export async function changeSite(trx: Trx, { memberId, userId, siteId, ...fields }: Who & SiteFields & { siteId: string }, now: DateTime): Promise<Result<boolean, Refusal>> {
  const before: Fields | null = await trx.from('sites').select(...COLUMNS).where({ id: siteId, member_id: memberId }).forUpdate().first()
  if (!before) return refuse({ type: 'not_found' })
  const changed = differences(before, fields)
  if (!changed) return ok(false)
  const taken = await takenBy(trx, memberId, fields, siteId)
  if (taken) return refuse({ type: taken })
  await trx.from('sites').where('id', siteId).update(fields)
  await keepChange(trx, { memberId, userId, subject: 'site', subjectId: siteId, ...changed }, 'site.changed', now)
  return ok(true)
}

/** Closes a site or opens it again: nobody is hired there any more, those who are there stay. False when it was so already. */
export async function closeSite(trx: Trx, { memberId, userId, siteId, closed }: Who & { siteId: string; closed: boolean }, now: DateTime): Promise<Result<boolean, Refusal>> {
  const site = await trx.from('sites').select('closed_at').where({ id: siteId, member_id: memberId }).forUpdate().first()
  if (!site) return refuse({ type: 'not_found' })
  if (closed === (site.closed_at !== null)) return ok(false)
  await trx.from('sites').where('id', siteId).update({ closed_at: closed ? now.toISO() : null })
  const said = (value: boolean): Fields => ({ closed: value ? 'oui' : 'non' })
  await keepChange(trx, { memberId, userId, subject: 'site', subjectId: siteId, before: said(!closed), after: said(closed) }, 'site.changed', now)
  return ok(true)
}

async function takenBy(trx: Trx, memberId: string, { name, siret }: SiteFields, exceptId?: string) {
  const others = () => {
    const query = trx.from('sites').where('member_id', memberId)
    return exceptId ? query.whereNot('id', exceptId) : query
  }
  if (await others().whereRaw('fold(name) = fold(?)', [name]).first()) return 'same_name' as const
  if (!siret) return null
  // An establishment is of the firm: a file of another one would be taken for ours.
  const { siren } = await trx.from('members').select('siren').where('id', memberId).firstOrFail()
  if (siret.slice(0, 9) !== siren) return 'other_siren' as const
  if (await others().where('siret', siret).first()) return 'same_siret' as const
  return null
}
