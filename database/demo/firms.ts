import type { DateTime } from 'luxon'
import { DEMO_USERS } from '#database/demo/accounts'
import { LAST_SEEN_DAYS } from '#database/demo/bell'
import { fictitiousSiren, fictitiousSiret } from '#database/demo/company_numbers'
import { COMPANIES, type Company } from '#database/demo/companies'
import type { House } from '#database/demo/house'
import { officePhone } from '#database/demo/phones'
import type { Rows } from '#database/demo/rows'
import type { Firm } from '#database/demo/scene'

export type Settled = Firm & { siteIds: Map<string, string>; domain: string }

/** The members with their contacts and sites, and the users who enter them. */
export function writeFirms(rows: Rows, house: House, passwordHash: string, now: DateTime): Map<Company['key'], Settled> {
  const memberIds = new Map(COMPANIES.map((company, rank) => [company.key, writeMember(rows, company, house, rank)]))
  const userIds = new Map(DEMO_USERS.map((user) => [user.as, writeUser(rows, user, memberIds, { passwordHash, now })]))
  return new Map(
    COMPANIES.map((company, rank) => {
      const memberId = memberIds.get(company.key)!
      const holder = DEMO_USERS.find(({ accesses }) => accesses.some((access) => access.company === company.key && access.holder))!
      const userId = userIds.get(holder.as)!
      const siteIds = new Map(company.sites.map((name) => [name, rows.add('sites', { member_id: memberId, name }).id]))
      const contacts = company.contacts.map(({ role, name, email }, line) => {
        const phone = officePhone(3000 + rank * 100 + line)
        return { role, id: rows.add('contacts', { member_id: memberId, role, name, email, phone }).id }
      })
      const reads = ['convocations', 'human_resources'].map((role) => contacts.filter((contact) => contact.role === role))
      const readers = (reads.find((list) => list.length > 0) ?? []).map(({ id }) => `contact:${id}`)
      const recipients = readers.length > 0 ? readers : [`user:${userId}`]
      return [company.key, { memberId, userId, siteIds, recipients, domain: `${company.key}.example` }]
    })
  )
}

function writeMember(rows: Rows, { number, name, naf, address }: Company, { centreId, doctor, nurses }: House, rank: number): string {
  const siren = fictitiousSiren(rank + 1)
  return rows.add('members', {
    member_number: number,
    company_name: name,
    siren,
    siret: fictitiousSiret(siren),
    naf_code: naf,
    ...address,
    centre_id: centreId,
    doctor_id: doctor.id,
    nurse_id: nurses[rank % nurses.length]!.id,
  }).id
}

function writeUser(
  rows: Rows,
  { name, email, accesses }: (typeof DEMO_USERS)[number],
  memberIds: Map<Company['key'], string>,
  { passwordHash, now }: { passwordHash: string; now: DateTime }
): string {
  const { id } = rows.add('users', { email, full_name: name, password_hash: passwordHash })
  const seenAt = now.minus({ days: LAST_SEEN_DAYS })
  for (const { company, preset, holder = false } of accesses) {
    rows.add('accesses', { user_id: id, member_id: memberIds.get(company)!, preset, holder, notifications_seen_at: seenAt })
  }
  return id
}
