import type { DateTime } from 'luxon'
import { dayLeaf, formatInstant, formatTime, parisDay, yearOf } from '#shared/dates'
import { ofName, uncapitalised } from '#shared/wording'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'

type Pair = [name: string, value: string]
type Step = { step: 'called' | 'limit' | 'visit'; label: string; at: string; open: boolean }

/** What the sheet of a convocation shows (`convocations.typ`), in the words it shows. */
export type ConvocationSheet = {
  member: string
  leaf: { weekday: string; day: string; month: string; time: string }
  heading: string
  lead: string
  facts: Pair[]
  coming: string[]
  call: { phone: string; lines: string[] }
  limit: { before: string; date: string; steps: Step[] } | null
  ways: Pair[]
}

/** How every document, mail and calendar names a visit: whoever sees it learns nothing of its kind (DOMAIN 7). */
export const APPOINTMENT = 'Rendez-vous santé au travail'

const TRAVEL = "Le temps et les frais de trajet sont à la charge de l'employeur (Code du travail, article\u00a0R4624-39)."

/** The sheet of a convocation as it is to be posted at `now`. It names neither the kind of visit nor its reason. */
export function convocationSheet(facts: ConvocationFacts, now: DateTime): ConvocationSheet {
  const { sequence, startsAt, minutes, visibleToMember, member, employee, centre, practitioner, careCentre } = facts
  const { weekday, day, monthLabel: month } = dayLeaf(parisDay(startsAt))
  return {
    member: visibleToMember ? `${member.name}, adhérent\u00a0${member.number}` : '',
    leaf: { weekday, day, month, time: formatTime(startsAt) },
    heading: `Convocation\n${ofName(employee.name)}`,
    lead: sequence === 0 ? APPOINTMENT : `${APPOINTMENT}. Cette date remplace la précédente.`,
    facts: [
      ['Lieu', `${centre.name}\n${centre.addressLine}\n${centre.postalCode}\u00a0${centre.city}`],
      ['Avec', `${practitioner.name}, ${uncapitalised(practitioner.jobTitle)}`],
      ['Durée', `${minutes}\u00a0min, sur le temps de travail`],
    ],
    coming: [centre.accessDirections, TRAVEL],
    call: { phone: careCentre.phone, lines: [`Secrétariat, ${uncapitalised(careCentre.name)}`, careCentre.openingHours] },
    limit: visibleToMember ? limitOf(facts, now) : null,
    ways: waysOut(facts, now),
  }
}

function limitOf({ limit, startsAt, convokedAt }: ConvocationFacts, now: DateTime) {
  const said = (instant: DateTime) => formatInstant(instant, { year: yearOf(parisDay(instant)) !== yearOf(parisDay(startsAt)) })
  const steps: (Step & { instant: DateTime })[] = [
    { step: 'called', label: 'Convoquée', instant: convokedAt, at: said(convokedAt), open: convokedAt < limit },
    { step: 'limit', label: "Limite d'annulation", instant: limit, at: said(limit), open: false },
    { step: 'visit', label: 'Rendez-vous', instant: startsAt, at: said(startsAt), open: false },
  ]
  return {
    before: now < limit ? 'Annulable avant le' : "La limite d'annulation était le",
    date: said(limit),
    steps: steps.toSorted((one, other) => +one.instant - +other.instant).map(({ instant: _, ...step }) => step),
  }
}

function waysOut({ state, limit, startsAt, visibleToMember }: ConvocationFacts, now: DateTime): Pair[] {
  if (state !== 'convoked' || now >= startsAt) return []
  // The employer does not know of this visit: nobody is sent to it.
  if (!visibleToMember) return [['Personne convoquée', 'Appeler OSTRA sans attendre.']]
  const tell: Pair = ['Personne convoquée', 'Prévenir son employeur sans attendre.']
  const replace = "envoyer quelqu'un d'autre jusqu'au début du rendez-vous, dans l'Espace adhérent ou par téléphone."
  if (now >= limit) return [tell, ['Employeur', `Il peut encore ${replace}`]]
  return [
    tell,
    ['Avant la limite', "L'employeur demande l'annulation dans l'Espace adhérent, rubrique Convocations. Le créneau profite à quelqu'un d'autre."],
    ['Ensuite', `Il peut encore ${replace}`],
  ]
}
