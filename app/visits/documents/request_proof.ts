import type { DateTime } from 'luxon'
import { dayLeaf, formatDay, formatInstant, formatTime, PARIS, parisDay } from '#shared/dates'
import { SENDER } from '#visits/documents/sender'
import { inGroups, requestDigest } from '#visits/documents/request_digest'
import type { RequestPage } from '#visits/queries/find_request'
import { requestStateWord } from '#visits/rules/state_words'

type Pair = [name: string, value: string]
type Member = { number: string; name: string }

const ABOUT =
  "SHA-256 des lignes suivantes, en UTF-8, séparées par un saut de ligne\u00a0; le motif et les précisions y sont par leur propre empreinte. " +
  "OSTRA la recalcule à partir de la demande enregistrée\u00a0: une feuille modifiée ne lui correspond plus."

/** What the proof of a request shows (`request_proof.typ`), in the words it shows. `now` dates the sheet. */
export function requestProof(request: RequestPage, member: Member, now: DateTime) {
  const { requestedAt } = request
  const { weekday, day, monthLabel: month } = dayLeaf(parisDay(requestedAt))
  const { text, sha256 } = requestDigest(request, member.number)
  return {
    title: `Preuve d'une demande du ${formatDay(parisDay(requestedAt))}`,
    footer: `${SENDER} Feuille éditée le ${formatDay(parisDay(now), { weekday: false })}.`,
    member: `${member.name}, adhérent\u00a0${member.number}`,
    leaf: { weekday, day, month, time: formatTime(requestedAt) },
    lead: `Demande de rendez-vous reçue dans l'Espace adhérent le ${toTheSecond(requestedAt)}, heure de Paris.`,
    asked: askedFor(request),
    digest: { about: ABOUT, text, sha256: inGroups(sha256) },
  }
}

function askedFor(request: RequestPage): Pair[] {
  const { id, employeeName, kind, label, wishFrom, legalDeadline, reason, note } = request
  const pairs: [string, string | null][] = [
    ['Salarié', employeeName],
    ['Rendez-vous', label],
    [kind === 'return' ? 'Reprise prévue le' : 'À partir du', wishFrom && formatDay(wishFrom)],
    ['Date limite', legalDeadline && formatDay(legalDeadline)],
    ['Motif', reason],
    ['Précisions', note],
    ['Numéro', id],
    ['À ce jour', standing(request)],
  ]
  return pairs.filter((pair): pair is Pair => Boolean(pair[1]))
}

function standing({ state, takenAt, startsAt, closedAt }: RequestPage): string {
  const { label } = requestStateWord(state)
  if (state === 'planned' && startsAt) return `${label} pour le ${formatInstant(startsAt)}`
  const at = state === 'taken' ? takenAt : closedAt
  return at ? `${label} le ${formatInstant(at)}` : label
}

// `lundi 30 novembre 2026 à 10 h 00 min 07 s`.
function toTheSecond(instant: DateTime): string {
  return `${formatInstant(instant)}${instant.setZone(PARIS).toFormat("'\u00a0min\u00a0'ss'\u00a0s'")}`
}
