import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { formatInstant, PARIS } from '#shared/dates'
import { APPOINTMENT } from '#visits/documents/convocation_sheet'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'

export type CalendarMethod = 'PUBLISH' | 'CANCEL'

const DOMAIN = 'objectifsantetravail.fr'
/** How often an agenda is asked to come back. */
const FEED_HOURS = 4
const ORGANIZER = { name: 'OSTRA', email: `relations-adherents@${DOMAIN}` }

// The rules of Central European time since 1996. A visit is never before.
const PARIS_TIME = `BEGIN:VTIMEZONE
TZID:${PARIS}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

/**
 * The visit as an iCalendar file (RFC 5545), which names neither who goes nor the kind of visit (DOMAIN 7). A visit that
 * was moved or cancelled keeps its UID and has a greater SEQUENCE, so that a calendar replaces what it holds.
 * PUBLISH, not REQUEST: the buttons that calendars show under a request would let people believe that they cancelled.
 */
export function calendarFile(facts: ConvocationFacts, method: CalendarMethod): string {
  const calendar = emptyCalendar(method)
  calendar.createEvent(eventOf(facts, method))
  return calendar.toString()
}

/** Several visits for an agenda that comes back for them. Each leads to its page, where who goes is read after signing in. */
export function calendarFeed(visits: readonly ConvocationFacts[], pageOf: (visitId: string) => string): string {
  const calendar = emptyCalendar('PUBLISH').name(APPOINTMENT).ttl(FEED_HOURS * 3600)
  for (const facts of visits) calendar.createEvent({ ...eventOf(facts, 'PUBLISH'), url: pageOf(facts.visitId) })
  return calendar.toString()
}

function emptyCalendar(method: CalendarMethod) {
  return ical({
    prodId: { company: 'OSTRA', product: 'Espace adherent', language: 'FR' },
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: () => PARIS_TIME },
  })
}

function eventOf(facts: ConvocationFacts, method: CalendarMethod) {
  const { visitId, sequence, startsAt, endsAt, convokedAt, cancelled, centre } = facts
  const isCancelled = method === 'CANCEL'
  return {
    id: `${visitId}@${DOMAIN}`,
    sequence: isCancelled ? sequence + 1 : sequence,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    stamp: (cancelled?.at ?? convokedAt).toUTC(),
    start: startsAt,
    end: endsAt,
    timezone: PARIS,
    summary: APPOINTMENT,
    location: `${centre.name}, ${centre.addressLine}, ${centre.postalCode} ${centre.city}`,
    description: description(facts),
    organizer: ORGANIZER,
  }
}

function description({ visibleToMember, limit, centre, careCentre }: ConvocationFacts): string {
  const wayOut = visibleToMember ? `L'employeur peut annuler avant le ${formatInstant(limit)}, dans l'Espace adhérent. ` : ''
  return `${centre.accessDirections}\n\nEn cas d'empêchement\u00a0: ${wayOut}OSTRA répond au ${careCentre.phone}.`
}
