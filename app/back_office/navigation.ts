import type { StaffRole } from '#core/http/policy'
import { readsMembers, readsPlanning } from '#back_office/roles'
import { mayOpen, type SecuredRegister } from '#back_office/registers/register'
import { accesses } from '#back_office/resources/accesses'
import { cancellations } from '#back_office/resources/cancellations'
import { centres } from '#back_office/resources/centres'
import { contacts } from '#back_office/resources/contacts'
import { employees } from '#back_office/resources/employees'
import { journal } from '#back_office/resources/journal'
import { members } from '#back_office/resources/members'
import { practitioners } from '#back_office/resources/practitioners'
import { sites } from '#back_office/resources/sites'
import { slots } from '#back_office/resources/slots'
import { users } from '#back_office/resources/users'
import { visitRequests } from '#back_office/resources/visit_requests'
import { visits } from '#back_office/resources/visits'

type Entry = { label: string; href: string; opens: (role: StaffRole) => boolean }
type Job = { label: string; entries: Entry[]; prefixes: string[] }

const register = (secured: SecuredRegister): Entry => ({
  label: secured.label,
  href: `/admin/resources/${secured.id}`,
  opens: (role) => mayOpen(secured, role),
})

/** The navigation, by job (PAGES), over our pages and AdminJS's registers alike; only what exists. */
const JOBS: Job[] = [
  {
    label: 'Planification',
    entries: [
      { label: 'Journée', href: '/admin/planification', opens: readsPlanning },
      { label: 'Ouvertures', href: '/admin/ouvertures', opens: readsPlanning },
      ...[visitRequests, visits, slots, cancellations, centres, practitioners].map(register),
    ],
    prefixes: ['/admin/demandes', '/admin/visites', '/admin/absences', '/admin/changements'],
  },
  { label: 'Adhérents', entries: [...[members, contacts, sites, users, accesses].map(register), { label: 'Changements de SIREN', href: '/admin/siren', opens: readsMembers }], prefixes: ['/admin/adherents'] },
  { label: 'Salariés', entries: [register(employees)], prefixes: ['/admin/salaries'] },
  { label: 'Journal', entries: [register(journal)], prefixes: [] },
]

export type NavigationEntry = { label: string; href: string; current?: 'page' | 'true' }

/** The jobs of a role, and the entries of the job that the page belongs to. */
export function navigationOf(role: StaffRole, path: string) {
  const jobs = JOBS.map(({ label, entries, prefixes }) => {
    const open = entries.filter((entry) => entry.opens(role))
    const here = open.some(({ href }) => isUnder(path, href)) || prefixes.some((prefix) => isUnder(path, prefix))
    return { label, open, here }
  }).filter(({ open }) => open.length > 0)

  const menu = jobs.map(({ label, open, here }): NavigationEntry => {
    const href = open[0]!.href
    return { label, href, current: path === href ? 'page' : here ? 'true' : undefined }
  })
  const entries = jobs.find(({ here }) => here)?.open ?? []
  return { menu, entries: entries.length > 1 ? entries.map((entry) => entryOf(entry, path)) : [] }
}

function entryOf({ label, href }: Entry, path: string): NavigationEntry {
  return { label, href, current: path === href ? 'page' : isUnder(path, href) ? 'true' : undefined }
}

function isUnder(path: string, prefix: string) {
  return path === prefix || path.startsWith(`${prefix}/`)
}
