import type { Trx } from '#core/tenants'

export type Recipient = { email: string; name: string }

const SELECTS: Record<string, string> = {
  employee: "select email, first_name || ' ' || family_name as name from employees where id = ?",
  contact: 'select email, name from contacts where id = ?',
  link: 'select coalesce(links.email, users.email) as email, coalesce(links.name, users.full_name) as name from account_links as links left join users on users.id = links.user_id where links.id = ?',
  invitation: 'select email, full_name as name from invitations where id = ?',
  staff: 'select email, full_name as name from staff_users where id = ? and active',
  former: 'select old_email as email, full_name as name from email_changes join users on users.id = email_changes.user_id where email_changes.id = ?',
  user: 'select email, full_name as name from users where id = ?',
}

/** The address behind a neutral key such as `contact:<id>`, as it is now; null when there is none. */
export async function findRecipient(trx: Trx, key: string): Promise<Recipient | null> {
  const [kind, id] = key.split(':') as [string, string]
  const { rows } = await trx.rawQuery(SELECTS[kind]!, [id])
  return rows[0]?.email ? (rows[0] as Recipient) : null
}
