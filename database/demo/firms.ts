import type { DateTime } from 'luxon'
import { rightsOf } from '#identity/rules/rights'
import { DEMO_USERS, type DemoUser } from '#database/demo/accounts'
import { LAST_SEEN_DAYS } from '#database/demo/bell'
import type { CentreKey } from '#database/demo/centres'
import { fictitiousSiren, fictitiousSiret } from '#database/demo/company_numbers'
import { COMPANIES, type CompanyFacts } from '#database/demo/companies'
import type { Diary } from '#database/demo/diary'
import type { House } from '#database/demo/house'
import { OTHER_COMPANIES } from '#database/demo/other_companies'
import { officePhone } from '#database/demo/phones'
import type { Rows } from '#database/demo/rows'
import type { Firm } from '#database/demo/scene'

export type Settled = Firm & { siteIds: Map<string, string>; domain: string }
type Ground = { house: House; diaries: Map<CentreKey, Diary>; passwordHash: string; now: DateTime }

/** Those of the cast first, so that the examples are theirs. */
export const ALL_COMPANIES: CompanyFacts[] = [...COMPANIES, ...OTHER_COMPANIES]

/** The members with their contacts and sites, and the users who enter them. */
export function writeFirms(rows: Rows, ground: Ground): Map<string, Settled> {
  const memberIds = new Map(ALL_COMPANIES.map((company, rank) => [company.key, writeMember(rows, company, ground, rank)]))
  const siteIds = new Map(ALL_COMPANIES.map((company) => [company.key, writeSites(rows, company, memberIds.get(company.key)!)]))
  const holders = [...DEMO_USERS, ...OTHER_COMPANIES.map(holderOf)].flatMap((user) => {
    const userId = writeUser(rows, user, { memberIds, siteIds }, ground)
    return user.accesses.filter(({ holder }) => holder).map(({ company }) => [company, userId] as const)
  })
  const userIds = new Map<string, string>(holders)
  return new Map(
    ALL_COMPANIES.map((company, rank) => {
      const { key, usesPortal, centre } = company
      const memberId = memberIds.get(key)!
      const userId = userIds.get(key)!
      const recipients = writeContacts(rows, company, memberId, rank) ?? [`user:${userId}`]
      return [key, { memberId, userId, siteIds: siteIds.get(key)!, recipients, usesPortal, diary: ground.diaries.get(centre)!, domain: `${key}.example` }]
    })
  )
}

function writeSites(rows: Rows, { sites }: CompanyFacts, memberId: string): Map<string, string> {
  return new Map(sites.map((name) => [name, rows.add('sites', { member_id: memberId, name }).id]))
}

/** Gives who reads the mails about convocations, as messaging finds them; null when no contact does. */
function writeContacts(rows: Rows, { contacts }: CompanyFacts, memberId: string, rank: number): string[] | null {
  const written = contacts.map(({ role, name, email }, line) => {
    const phone = officePhone(3000 + rank * 10 + line)
    return { role, id: rows.add('contacts', { member_id: memberId, role, name, email, phone }).id }
  })
  const reads = ['convocations', 'human_resources'].map((role) => written.filter((contact) => contact.role === role))
  return reads.find((list) => list.length > 0)?.map(({ id }) => `contact:${id}`) ?? null
}

function writeMember(rows: Rows, { number, name, naf, address, centre }: CompanyFacts, { house, now }: Ground, rank: number): string {
  const siren = fictitiousSiren(rank + 1)
  const team = (kind: 'doctor' | 'nurse') => house.practitioners.filter((one) => one.base === centre && one.kind === kind)
  const nurses = team('nurse')
  return rows.add('members', {
    member_number: number,
    company_name: name,
    siren,
    siret: fictitiousSiret(siren),
    naf_code: naf,
    ...address,
    centre_id: house.centreIds.get(centre)!,
    doctor_id: team('doctor')[0]!.id,
    nurse_id: nurses[rank % nurses.length]!.id,
    created_at: now.minus({ months: 30 + rank }),
  }).id
}

type Places = { memberIds: Map<string, string>; siteIds: Map<string, Map<string, string>> }
type Holder = Omit<DemoUser, 'accesses'> & { accesses: { company: string; preset: DemoUser['accesses'][number]['preset']; holder?: true; sites?: string[] }[]; isNew?: boolean }

function holderOf({ key, contacts, usesPortal }: CompanyFacts): Holder {
  const { name, email } = contacts[0]!
  return { as: key, name, email, accesses: [{ company: key, preset: 'administrateur', holder: true }], isNew: !usesPortal }
}

function writeUser(rows: Rows, { name, email, accesses, isNew }: Holder, { memberIds, siteIds }: Places, { passwordHash, now }: Ground): string {
  const { id } = rows.add('users', { email, full_name: name, password_hash: isNew ? null : passwordHash })
  const seenAt = now.minus({ days: LAST_SEEN_DAYS })
  for (const { company, preset, holder = false, sites } of accesses) {
    const where = { member_id: memberIds.get(company)!, site_ids: sites?.map((site) => siteIds.get(company)!.get(site)!) ?? null }
    rows.add('accesses', { user_id: id, ...where, rights: rightsOf(preset), holder, notifications_seen_at: seenAt })
  }
  return id
}
