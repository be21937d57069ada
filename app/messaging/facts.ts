import type { DateTime } from 'luxon'
import type { Day } from '#shared/dates'

export type Centre = { name: string; addressLine: string; postalCode: string; city: string; phone: string; accessDirections: string }

/** What a mail about a visit may say. Its kind is not among them: mails stay neutral (DOMAIN 7). */
export type VisitFacts = {
  visitId: string
  /** Of its date, from 0: a moved visit has a new one. */
  sequence: number
  startsAt: DateTime
  endsAt: DateTime
  /** The first instant at which it is too late to cancel. */
  limit: DateTime
  /** The employer must not learn of a visit that is not. */
  visibleToMember: boolean
  member: { id: string }
  employee: { id: string; name: string; email: string | null }
  practitioner: { name: string; jobTitle: string }
  centre: Centre
  /** What the employee answered to this date. */
  answered: { answer: 'coming' | 'not_coming' } | null
  cancelled: { by: 'member' | 'staff' } | null
  /** Whose place the employee takes. */
  substitutes: { employeeName: string } | null
}

export type RequestFacts = {
  id: string
  memberId: string
  employeeName: string
  requestedAt: DateTime
  refusalReason: string | null
}

export type ReminderKey = 'week_before' | 'limit_eve' | 'day_before'

/** A change of SIREN, as its mails need it. */
export type SirenChangeFacts = {
  id: string
  memberNumber: string
  newSiret: string
  newName: string
  effectiveOn: Day
  requestedAt: DateTime
  requestedBy: string
  takenBy: string | null
  state: 'received' | 'in_review' | 'accepted' | 'refused'
  refusalReason: string | null
}
