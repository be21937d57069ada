import { createAccess, createContact, createDevice, createEmployee, createImport, createInvitation, createMember, createPasskey, createRequest, createSirenChange, createSite, createStoppage, createUser, createVisit, insert, owner, type Member } from '#tests/support/factories'
import { hashToken, mintToken } from '#core/tokens'
import { inDays } from '#tests/support/clock'

/** What an `:id` of each address stands for; an address that is not here is one that nobody thought of. */
const THINGS = { '/salaries/import': 'import', '/entreprise/contacts': 'contact', '/entreprise/sites': 'site', '/entreprise/siren': 'sirenChange', '/salaries': 'employee', '/convocations': 'visit', '/demandes': 'request', '/comptes': 'member', '/acces/invitations': 'invitation', '/acces': 'access', '/compte/cles': 'passkey', '/compte/appareils': 'device' } as const

export type World = Awaited<ReturnType<typeof createWorld>>

/** A member with one thing of each kind, and its holder. */
export async function createWorld(familyName: string) {
  const member = await createMember()
  const holder = await createUser({ member, holder: true })
  const employee = await createEmployee({ member, family_name: familyName })
  const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
  const request = await createRequest({ employee })
  const stoppage = await createStoppage({ employee })
  const contact = await createContact({ member })
  const site = await createSite({ member })
  const sirenChange = await createSirenChange({ member, user: holder })
  const access = await createAccess({ member })
  const invitation = await createInvitation({ member, by: holder })
  const passkey = await createPasskey({ user: holder })
  const device = await createDevice({ user: holder })
  const imported = await createImport({ member, user: holder })
  const feedToken = mintToken()
  await insert('calendar_feeds', { user_id: holder.id, member_id: member.id, token_hash: hashToken(feedToken), created_at: inDays(0, '00:00') })
  return { import: imported, feedToken, member, holder, employee, visit, request, stoppage, access, invitation, contact, site, sirenChange, passkey, device }
}

/** What every other parameter is replaced by; one that is not here is one that nobody thought of. */
const WORDS: Record<string, string> = { ':token': 'a-token-that-was-never-given', ':slug': 'annuler-une-visite' }

/** The address of a route when its `:id` is a thing of this world. */
export function addressIn(world: World, pattern: string) {
  const base = Object.keys(THINGS).find((start) => pattern.startsWith(`${start}/:id`)) as keyof typeof THINGS | undefined
  return pattern.replace(/:\w+/g, (parameter) => {
    const word = parameter === ':id' ? base && world[THINGS[base]].id : pattern === '/agenda/:token' ? world.feedToken : parameter === ':arret' ? world.stoppage.id : WORDS[parameter]
    if (!word) throw new Error(`What is the ${parameter} of ${pattern}? Tell tests/functional/matrix/world.ts`)
    return word
  })
}

// Every table whose rows say whose they are. The journal grows at each refusal, as it must.
const OWNED = `select table_name from information_schema.columns
  where table_schema = 'public' and column_name = 'member_id' and table_name not like 'journal_entries%' order by table_name`

/** All that the database holds of a member, in one line: the same line means that nothing was touched. */
export async function stateOf({ id }: Member): Promise<string> {
  const owned = await owner().rawQuery(OWNED)
  const tables = [{ name: 'members', key: 'id' }, ...owned.rows.map((row: any) => ({ name: row.table_name, key: 'member_id' }))]
  const parts = tables.map(
    ({ name, key }) =>
      `select '${name}' as part, md5(coalesce(string_agg(rows::text, '|' order by rows.id), '')) as sum from ${name} as rows where ${key} = '${id}'`
  )
  const { rows } = await owner().rawQuery(`select string_agg(part || ' ' || sum, ', ' order by part) as state from (${parts.join(' union all ')}) as parts`)
  return rows[0].state
}
