import type { DateTime } from 'luxon'
import { maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'

/**
 * `opening`: whether somebody has a password (open), nobody and a link can go to `sentTo` (waiting), or there is no address
 * to send one to (unreachable).
 */
export type MemberSheet = {
  id: string
  number: string
  name: string
  siren: string
  address: string
  centre: string
  doctor: string
  holder: { name: string; email: string } | null
  opening: 'open' | 'waiting' | 'unreachable'
  sentTo: string | null
  lastLinkAt: DateTime | null
}

export async function findMemberSheet(trx: Trx, id: string): Promise<MemberSheet | null> {
  const { rows } = await trx.rawQuery(SQL, [id])
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    number: row.member_number,
    name: row.company_name,
    siren: row.siren,
    address: `${row.address_line}, ${row.postal_code} ${row.city}`,
    centre: row.centre_name,
    doctor: row.doctor_name,
    holder: row.holder_name && { name: row.holder_name, email: row.holder_email },
    opening: row.waiting ? 'waiting' : row.has_password ? 'open' : 'unreachable',
    sentTo: row.sent_to,
    lastLinkAt: maybeInstant(row.last_link_at),
  }
}

const SQL = `
  select members.*, centres.name as centre_name, doctor.name as doctor_name,
    holder.full_name as holder_name, holder.email as holder_email,
    first.member_id is not null as waiting, coalesce(first.email, holder.email) as sent_to,
    exists (
      select from accesses join users on users.id = accesses.user_id
      where accesses.member_id = members.id and accesses.revoked_at is null and users.password_hash is not null) as has_password,
    (select max(requested_at) from account_links where member_id = members.id and purpose = 'first_access') as last_link_at
  from members
  join centres on centres.id = members.centre_id
  join practitioners as doctor on doctor.id = members.doctor_id
  left join accesses on accesses.member_id = members.id and accesses.holder and accesses.revoked_at is null
  left join users as holder on holder.id = accesses.user_id
  left join lateral find_first_access(members.id) as first on true
  where members.id = ?`
