import type { DateTime } from 'luxon'
import { formatInstant, formatTime } from '#shared/dates'
import type { Centre, VisitFacts } from '#messaging/facts'
import type { Audience } from '#messaging/letter'

/** How every mail names a visit: whoever sees the screen learns nothing of its kind. */
export const APPOINTMENT = 'rendez-vous santé au travail'

export const dated = (instant: DateTime) => formatInstant(instant)

/** A number that no line end cuts. */
export const dial = (phone: string) => phone.replaceAll(' ', '\u00a0')

const address = ({ name, addressLine, postalCode, city }: Centre) => `${name}, ${addressLine}, ${postalCode}\u00a0${city}`

/** What goes with the mail of a date, and with that of its end. */
export const ENCLOSED = "Ci-joint\u00a0: la convocation à imprimer (PDF) et le rendez-vous pour l'agenda (ICS)."
export const CANCELLATION_ENCLOSED = "Ci-joint\u00a0: de quoi retirer le rendez-vous de l'agenda (ICS)."

/** Who, when, with whom, where. */
export function appointment({ startsAt, endsAt, employee, practitioner, centre }: VisitFacts, audience: Audience) {
  return [
    ...(audience === 'employer' ? [{ label: 'Salarié', value: employee.name }] : []),
    { label: 'Date', value: dated(startsAt) },
    { label: 'Fin prévue', value: `à\u00a0${formatTime(endsAt)}` },
    { label: 'Avec', value: `${practitioner.name}, ${practitioner.jobTitle}` },
    { label: 'Lieu', value: address(centre) },
    { label: 'Accès', value: centre.accessDirections },
    { label: 'Téléphone', value: dial(centre.phone) },
  ]
}

/** Until when to cancel and how, then what remains possible. */
export function wayOut(facts: VisitFacts, audience: Audience, now: DateTime) {
  return audience === 'employer' ? employerWayOut(facts, now) : employeeWayOut(facts, now)
}

function employerWayOut({ limit, centre }: VisitFacts, now: DateTime) {
  const afterwards = `remplacer le salarié jusqu'au début du rendez-vous, ou d'appeler OSTRA au\u00a0${dial(centre.phone)}.`
  return now < limit
    ? [
        `Vous pouvez demander l'annulation dans l'Espace adhérent avant le\u00a0${dated(limit)}.`,
        `Après cette limite, il reste possible de ${afterwards}`,
      ]
    : [`L'annulation n'est plus possible\u00a0: la limite était le\u00a0${dated(limit)}. Il reste possible de ${afterwards}`]
}

function employeeWayOut({ limit, centre, visibleToMember }: VisitFacts, now: DateTime) {
  const call = `appelez OSTRA au\u00a0${dial(centre.phone)}.`
  if (!visibleToMember || now >= limit) return [`Si vous ne pouvez pas venir, ${call}`]
  return [
    `Si vous ne pouvez pas venir, dites-le à votre employeur avant le\u00a0${dated(limit)}\u00a0: il peut annuler ce rendez-vous. Après cette limite, ${call}`,
  ]
}
