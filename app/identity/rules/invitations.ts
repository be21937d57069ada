import type { DateTime } from 'luxon'

/** An invitation is recalled once, this long after its first mail. */
export const REMIND_AFTER_DAYS = 3
/** Its link ends this long after the first mail (SECURITY, Identity). */
export const EXPIRE_AFTER_DAYS = 7

export type InvitationState = 'waiting' | 'leaving' | 'expired' | 'over'

export type InvitationFacts = { over: boolean; expiresAt: DateTime | null }

/** How an invitation stands: its mail has not left yet, waits for an answer, came to its end, or is settled. */
export function invitationState({ over, expiresAt }: InvitationFacts, now: DateTime): InvitationState {
  if (over) return 'over'
  if (expiresAt === null) return 'leaving'
  return now < expiresAt ? 'waiting' : 'expired'
}

const WORDS = {
  leaving: { label: "En cours d'envoi", badge: 'none' },
  waiting: { label: 'Envoyée', badge: 'soon' },
  expired: { label: 'Expirée', badge: 'none' },
  over: { label: 'Close', badge: 'none' },
} as const

export const invitationStateWord = (state: InvitationState) => WORDS[state]

/** When to recall an invitation whose link ends then. */
export function remindAt(expiresAt: DateTime): DateTime {
  return expiresAt.minus({ days: EXPIRE_AFTER_DAYS - REMIND_AFTER_DAYS })
}
