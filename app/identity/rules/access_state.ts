import type { Day } from '#shared/dates'

export type AccessState = 'open' | 'suspended' | 'ended'

export type AccessTerms = { suspended: boolean; endsOn: Day | null }

/** How an access stands on a day; its last day is included. A suspension hides the end. */
export function accessState({ suspended, endsOn }: AccessTerms, today: Day): AccessState {
  if (suspended) return 'suspended'
  return endsOn !== null && endsOn < today ? 'ended' : 'open'
}

const WORDS = {
  open: { label: 'Ouvert', badge: 'fine' },
  suspended: { label: 'Suspendu', badge: 'soon' },
  ended: { label: 'Terminé', badge: 'none' },
} as const

export const accessStateWord = (state: AccessState) => WORDS[state]
