import type { DateTime } from 'luxon'
import { formatInstant } from '#shared/dates'
import { capitalised, ofName } from '#shared/wording'
import type { NotificationKind } from '#messaging/rules/notification_kinds'

export type Told = {
  kind: NotificationKind
  employeeName: string
  /** Another user of the member did it; else OSTRA or the employee. */
  byColleague: boolean
  /** `startsAt` is the date that the visit had then; `stands`: it still has it. */
  visit: { id: string; startsAt: DateTime; state: string; stands: boolean } | null
  request: { id: string; requestedAt: DateTime } | null
  /** Whose place the employee took. */
  replacedName: string | null
}

export type Said = { title: string; text: string; path: string }

const COLLEAGUE = 'un autre utilisateur de votre compte'
const STANDS = " Le rendez-vous tient tant que vous ne l'annulez pas ou n'envoyez pas quelqu'un d'autre."
const OUTCOMES: Record<string, string> = {
  held: 'visite réalisée',
  excused: 'absence excusée',
  unexcused: 'absence non excusée',
}

/** A notification in words, with the page where one acts on it. It names no kind of visit (DOMAIN 7). */
export function sayNotification(told: Told): Said {
  if (told.visit) return { ...sayOfVisit(told, told.visit), path: `/convocations/${told.visit.id}` }
  return { ...sayOfRequest(told, told.request!), path: `/demandes/${told.request!.id}` }
}

function sayOfVisit(
  { kind, employeeName, byColleague, replacedName }: Told,
  { startsAt, state, stands }: NonNullable<Told['visit']>
): Omit<Said, 'path'> {
  const date = formatInstant(startsAt)
  const whose = ofName(employeeName)
  switch (kind) {
    case 'visit_moved':
      return { title: `Nouvelle date pour ${employeeName}`, text: `${byColleague ? capitalised(COLLEAGUE) : 'OSTRA'} a déplacé le rendez-vous au ${date}.` }
    case 'visit_cancelled':
      return {
        title: `Rendez-vous ${whose} annulé`,
        text: `Le rendez-vous du ${date} est annulé par ${byColleague ? COLLEAGUE : 'OSTRA'}.`,
      }
    case 'visit_substituted':
      return {
        title: replacedName ? `${employeeName} à la place ${ofName(replacedName)}` : `Remplacement par ${employeeName}`,
        text: `Le rendez-vous du ${date} a changé de salarié, à la demande d'${COLLEAGUE}.`,
      }
    case 'employee_declined':
      return {
        title: `${employeeName} ne peut pas venir`,
        text: `La personne convoquée le ${date} a répondu qu'elle ne peut pas venir.${stands ? STANDS : ''}`,
      }
    case 'visit_outcome':
      return { title: `Rendez-vous ${whose}\u00a0: ${OUTCOMES[state]}`, text: `Enregistré par OSTRA pour le rendez-vous du ${date}.` }
    default:
      return { title: `Convocation ${whose}`, text: `Rendez-vous le ${date}.` }
  }
}

function sayOfRequest({ kind, employeeName }: Told, { requestedAt }: NonNullable<Told['request']>): Omit<Said, 'path'> {
  const date = formatInstant(requestedAt)
  switch (kind) {
    case 'request_taken':
      return { title: `Demande pour ${employeeName} prise en charge`, text: `OSTRA cherche un créneau. La demande est du ${date}.` }
    // What was written stays on the page: mails carry no text of anybody.
    case 'request_message':
      return { title: `Message d'OSTRA sur la demande pour ${employeeName}`, text: `La demande est du ${date}. Le message est sur sa page.` }
    default:
      return { title: `Demande pour ${employeeName} refusée`, text: `OSTRA ne donne pas suite à la demande du ${date}. Sa page dit pourquoi.` }
  }
}
