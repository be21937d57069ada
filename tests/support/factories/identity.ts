import hash from '@adonisjs/core/services/hash'
import { Secret, TOTP } from 'otpauth'
import type { StaffRole } from '#core/http/policy'
import { sealTotpSecret } from '#identity/second_factor/totp'
import { rightsOf, type Preset, type Rights } from '#identity/rules/rights'
import { DateTime } from 'luxon'
import { hashToken } from '#core/tokens'
import { insert, owner, type Values } from '#tests/support/factories/rows'
import { uniqueEmail } from '#tests/support/factories/unique'

export const PASSWORD = 'brume-lanterne-ardoise-42'

export type User = { id: string; name: string; email: string; identifier: string; password: string }
export type Staff = { id: string; name: string; email: string; role: StaffRole; password: string; totpSecret: string; code: () => string }

const hashes = new Map<string, Promise<string>>()

/** A hash is made once for each password: it is slow by design. */
export function hashOf(password: string) {
  const known = hashes.get(password) ?? hash.make(password)
  hashes.set(password, known)
  return known
}

/** A user of one or several members; a holder signs in with the member number, the others with their e-mail. */
export async function createUser({
  member,
  members = member ? [member] : [],
  preset = 'administrateur',
  rights = rightsOf(preset),
  siteIds = null,
  endsOn = null,
  holder = false,
  password = PASSWORD,
  email = uniqueEmail('utilisateur'),
  name = 'Camille Dorval',
}: {
  member?: { id: string; number: string }
  members?: { id: string; number: string }[]
  preset?: Preset
  rights?: Rights
  siteIds?: string[] | null
  endsOn?: string | null
  holder?: boolean
  password?: string
  email?: string
  name?: string
} = {}): Promise<User> {
  const user = await insert('users', { email, full_name: name, password_hash: await hashOf(password) })
  for (const { id } of members) await insert('accesses', { user_id: user.id, member_id: id, rights, site_ids: siteIds, ends_on: endsOn, holder })
  const identifier = holder && members[0] ? members[0].number : email
  return { id: user.id, name, email, identifier, password }
}

/** The access of somebody else than its holder. */
export async function createAccess({ member, ...values }: { member: { id: string; number: string } } & Parameters<typeof createUser>[0]): Promise<{ id: string; user: User }> {
  const user = await createUser({ member, preset: 'rh', name: 'Yannick Morvan', ...values })
  const [{ id }] = await owner().from('accesses').where({ user_id: user.id, member_id: member.id })
  return { id, user }
}

/** An invitation whose mail has left or, without `token`, is on its way. */
export async function createInvitation({
  member,
  by,
  token,
  expiresAt = DateTime.utc().plus({ days: 7 }),
  rights = rightsOf('rh'),
  ...values
}: { member: { id: string }; by: { id: string }; token?: string; expiresAt?: DateTime; rights?: Rights } & Values): Promise<{ id: string; email: string }> {
  const row = await insert('invitations', {
    member_id: member.id,
    email: uniqueEmail('invite'),
    full_name: 'Maëlle Corvaisier',
    rights,
    invited_by: by.id,
    invited_at: DateTime.utc(),
    ...(token && { token_hash: hashToken(token), expires_at: expiresAt }),
    ...values,
  })
  return { id: row.id, email: row.email }
}

/** One of OSTRA's staff, with a second factor whose code the test can read. */
export async function createStaff({
  role = 'planner',
  password = PASSWORD,
  email = uniqueEmail('equipe'),
  name = 'Nolwenn Quéré',
}: { role?: StaffRole; password?: string; email?: string; name?: string } = {}): Promise<Staff> {
  const secret = new Secret({ size: 20 })
  const staff = await insert('staff_users', {
    email,
    full_name: name,
    role,
    password_hash: await hashOf(password),
    totp_secret: sealTotpSecret(secret.base32),
  })
  return { id: staff.id, name, email, role, password, totpSecret: secret.base32, code: () => new TOTP({ secret }).generate() }
}
