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

/** Pages and lists: the first words of the names of their routes. */
const PLACES: Record<string, readonly string[]> = {
  'Gestion des accès': ['acces', 'invitations'],
  'Convocations': ['accuse', 'accuses', 'agenda', 'annulation', 'annulations', 'calendrier', 'convocations', 'remplacement', 'report'],
  'Demandes': ['demandes'],
  'Échéances': ['comptes', 'echeances'],
  'Entreprise': ['activite', 'adresse', 'contacts', 'entreprise', 'historique', 'siren', 'sites'],
  'Salariés': ['arrets', 'entree', 'fiche', 'import', 'poste', 'reglages', 'salaries', 'sortie'],
  'Notifications': ['notifications'],
}

/** The page or list that a route's name stands for, null for one of another part of the house. */
export function placeLabel(route: string): string | null {
  const [first] = route.split('.')
  return Object.keys(PLACES).find((label) => PLACES[label]!.includes(first!)) ?? null
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
  const page = place && placeLabel(place)
  return page ? { text: page, href: null } : null
}
