import { counted } from '#shared/wording'
import { fold } from '#shared/text'

/** What waits in an account: visits late or due within 30 days that nobody asked, convocations to confirm, requests under way. */
export type AccountNeeds = { late: number; soon: number; unconfirmed: number; open: number }

type Account = { memberNumber: string; companyName: string; enteredAt: string | null }

/** The accounts that hold every word searched, in their name or number; the one opened last comes first. */
export function orderAccounts<T extends Account>(accounts: readonly T[], search: string): T[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  return accounts
    .filter(({ companyName, memberNumber }) => words.every((word) => `${fold(companyName)} ${memberNumber}`.includes(word)))
    .toSorted(
      (one, other) =>
        (other.enteredAt ?? '').localeCompare(one.enteredAt ?? '') || one.companyName.localeCompare(other.companyName, 'fr')
    )
}

/** `3 visites en retard, 1 convocation à confirmer`; null when nothing waits. */
export function needsSentence({ late, soon, unconfirmed, open }: AccountNeeds): string | null {
  const parts = [
    late > 0 && `${counted(late, 'visite')} en retard`,
    soon > 0 && `${counted(soon, 'visite')} à demander sous 30\u00a0jours`,
    unconfirmed > 0 && `${counted(unconfirmed, 'convocation')} à confirmer`,
    open > 0 && `${counted(open, 'demande')} en cours`,
  ]
  return parts.filter(Boolean).join(', ') || null
}
