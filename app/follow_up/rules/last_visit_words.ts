import type { Reason } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import type { HeldVisit } from '#follow_up/rules/facts'
import { KIND_WORDS, inWords, said, saidInSecret } from '#follow_up/rules/words'

/** The visit that a clock runs from. One that was held for another employer is named to the health team alone (DOMAIN 7). */
export function lastVisitWords(c: Case, label: string, last: HeldVisit): Reason[] {
  const fact = `${label} : ${KIND_WORDS[last.kind]}, le ${inWords(last.heldOn)}`
  if (!c.waived?.includes(last)) return [said(fact)]
  return [said("Première visite dispensée par l'équipe de santé"), saidInSecret(fact)]
}
