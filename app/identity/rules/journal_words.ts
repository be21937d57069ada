import type { DateTime } from 'luxon'
import { formatInstant } from '#shared/dates'
import { allows, type Rights } from '#identity/rules/rights'

/** An entry with what its ids stand for, as far as the reader's scope shows it. */
export type JournalFacts = {
  about: string
  actorKind: 'user' | 'staff' | 'system' | 'nobody'
  actorName: string | null
  place: string | null
  visitId: string | null
  visitStartsAt: DateTime | null
  requestId: string | null
  employeeId: string | null
  employeeName: string | null
  /** Of a user, a site or a contact. */
  otherName: string | null
}

export type Subject = { text: string; href: string | null }

/** Pages and lists, by the first word of their route's name. */
const PLACES: Record<string, string> = {
  acces: 'Gestion des accès',
  accuse: 'Convocations',
  annulation: 'Convocations',
  convocations: 'Convocations',
  demandes: 'Demandes',
  entreprise: 'Entreprise',
  remplacement: 'Convocations',
  salaries: 'Salariés',
}

/** Who did it, as the administrators of a member know them. */
export function sayActor({ actorKind, actorName, about }: JournalFacts): string {
  switch (actorKind) {
    case 'user':
      return actorName ?? "Un utilisateur d'un autre compte"
    case 'staff':
      return 'Équipe OSTRA'
    case 'system':
      return "L'Espace adhérent"
    case 'nobody':
      return about === 'visit' ? 'Le salarié convoqué' : 'Une personne non connectée'
  }
}

/** What it was done to, if the reader may know of it: a name is no more open here than on its own page. */
export function saySubject(facts: JournalFacts, rights: Rights): Subject | null {
  const { about, visitId, visitStartsAt, requestId, employeeId, employeeName, otherName, place } = facts
  const seesVisits = allows(rights, 'visits', 'read')
  if (visitId && seesVisits) return { text: `${employeeName}, visite du ${formatInstant(visitStartsAt!)}`, href: `/convocations/${visitId}` }
  if (requestId && seesVisits) return { text: employeeName!, href: `/demandes/${requestId}` }
  if (about === 'employee' && employeeId && allows(rights, 'workforce', 'read')) return { text: employeeName!, href: `/salaries/${employeeId}` }
  if (['access', 'contact', 'site', 'user'].includes(about) && otherName) return { text: otherName, href: null }
  const page = PLACES[place?.split('.')[0] ?? '']
  return page ? { text: page, href: null } : null
}
