import type { DateTime } from 'luxon'
import { isSiret } from '#shared/identifiers'
import { ok, refuse, type Result } from '#shared/result'
import { addDays, addMonths, addYears, daysBetween, parisDay, parisInstant, type Day } from '#shared/days'

export const SIREN_CHANGE_REASONS = ['merger', 'transfer', 'error'] as const
export type SirenChangeReason = (typeof SIREN_CHANGE_REASONS)[number]

export const SIREN_CHANGE_STATES = ['received', 'in_review', 'accepted', 'refused'] as const
export type SirenChangeState = (typeof SIREN_CHANGE_STATES)[number]

const REASONS: Record<SirenChangeReason, { label: string; hint: string }> = {
  merger: { label: 'Fusion ou absorption', hint: 'Une autre société reprend les salariés, ou la vôtre en reprend.' },
  transfer: { label: 'Transfert ou changement de siège', hint: "L'établissement ou le siège change : seul le NIC peut changer." },
  error: { label: 'Erreur dans nos fichiers', hint: "Le numéro que nous avons n'a jamais été le bon." },
}

const STATES: Record<SirenChangeState, string> = {
  received: 'Reçue',
  in_review: "En cours d'examen",
  accepted: 'Acceptée',
  refused: 'Refusée',
}

/** Days without a decision after which OSTRA's staff are reminded, again and again. */
export const REMIND_AFTER_DAYS = 3

export const sirenReasonLabel = (reason: SirenChangeReason) => REASONS[reason].label
export const sirenStateLabel = (state: SirenChangeState) => STATES[state]
export const sirenReasonChoices = () => SIREN_CHANGE_REASONS.map((value) => ({ value, label: REASONS[value].label, reason: REASONS[value].hint }))

export type SirenRefusal =
  | { type: 'not_a_siret' }
  | { type: 'same_siret' }
  | { type: 'too_old' }
  | { type: 'too_far' }

/** Whether a change may be asked: another SIRET, valid, in force since five years at most and in six months at most. */
export function admitSirenChange(asked: { siret: string; effectiveOn: Day }, current: { siret: string }, today: Day): Result<{ siret: string }, SirenRefusal> {
  const siret = asked.siret.replace(/\s/g, '')
  if (!isSiret(siret)) return refuse({ type: 'not_a_siret' })
  if (siret === current.siret) return refuse({ type: 'same_siret' })
  if (asked.effectiveOn < addYears(today, -5)) return refuse({ type: 'too_old' })
  if (asked.effectiveOn > addMonths(today, 6)) return refuse({ type: 'too_far' })
  return ok({ siret })
}

export type Reminder = { due: boolean; rank: number; days: number; next: DateTime }

/**
 * Whether to remind now: at nine in the morning, every three days since the request. After an outage one reminder says it
 * all. `rank`: how many days of reminder have passed; `days`: since the request; `next`: when to look again.
 */
export function nextReminder(requestedOn: Day, reminders: number, now: DateTime): Reminder {
  const at = (rank: number) => parisInstant(addDays(requestedOn, REMIND_AFTER_DAYS * rank), '09:00')
  const days = daysBetween(requestedOn, parisDay(now))
  const reached = Math.floor(days / REMIND_AFTER_DAYS)
  const rank = reached > 0 && now < at(reached) ? reached - 1 : Math.max(0, reached)
  return { due: rank > reminders, rank, days, next: at(rank + 1) }
}

export type ParcelFacts = { state: SirenChangeState } & Record<'requestedAt' | 'takenAt' | 'decidedAt' | 'appliedAt', DateTime | null>
export type ParcelStep = { label: string; at: DateTime | null; here: boolean }

/** The request as a parcel: received, in review, decided, in force; the last stop reached is where it is. */
export function parcelOf({ state, requestedAt, takenAt, decidedAt, appliedAt }: ParcelFacts): ParcelStep[] {
  const steps = [
    { label: 'Demande reçue', at: requestedAt },
    { label: "Examen par l'équipe OSTRA", at: takenAt ?? decidedAt },
    { label: state === 'refused' ? 'Refusée' : 'Acceptée', at: decidedAt },
    ...(state === 'refused' ? [] : [{ label: 'Nouveau numéro en vigueur', at: appliedAt }]),
  ]
  const last = steps.findLastIndex(({ at }) => at !== null)
  return steps.map((step, rank) => ({ ...step, here: rank === last }))
}
