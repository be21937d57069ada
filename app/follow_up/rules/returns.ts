import { addDays } from '#shared/days'
import type { DueVisit, Findings, Reason } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import { rowOn, type Row } from '#follow_up/rules/law/row'
import { RETURN_WINDOW } from '#follow_up/rules/law/stoppages'
import { returnThresholds } from '#follow_up/rules/return_thresholds'
import { waiverOf } from '#follow_up/rules/return_waiver'
import { chainsOf, type Chain } from '#follow_up/rules/stoppage_chains'
import { ORIGIN_WORDS } from '#follow_up/rules/stoppage_words'
import { inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

/** The return visits and who asks them (R4624-31): from the day of return, at the latest 8 days after, late until held. */
export function returns(c: Case): Findings {
  const found = chainsOf(c).filter((chain) => !wasHeld(c, chain)).map((chain) => returnOf(c, chain))
  return { due: found.flatMap(({ due = [] }) => due), duties: found.flatMap(({ duties = [] }) => duties), warnings: found.flatMap(({ warnings = [] }) => warnings) }
}

function returnOf(c: Case, chain: Chain): Findings {
  const { rows, open } = returnThresholds(c, chain)
  const warnings = open.map((because) => ({ code: 'human_review' as const, because: [...factsOf(chain), because] }))
  if (rows.length === 0 || waiverOf(c, chain)) return { warnings }

  const window = c.use(rowOn(RETURN_WINDOW, chain.firstDay))
  const visit: DueVisit = {
    kind: 'return',
    by: 'any',
    from: chain.returnDay,
    until: addDays(chain.returnDay, window.days),
    beforePost: false,
    rules: [...rows.map(c.use), window],
    because: becauseOf(chain, [...rows, window], addDays(chain.returnDay, window.days)),
  }
  const asked = said(`Visite de reprise à demander dès que la date de retour est connue : le ${inWords(chain.returnDay)}`)
  return { due: [visit], duties: [{ code: 'request_return_visit', rules: [window], because: [...factsOf(chain), asked] }], warnings }
}

function wasHeld({ visits }: Case, { returnDay }: Chain): boolean {
  return visits.some(({ kind, heldOn }) => kind === 'return' && heldOn >= returnDay)
}

function becauseOf(chain: Chain, rows: Row[], until: string): Reason[] {
  return [...factsOf(chain), said(`Retour le ${inWords(chain.returnDay)}`), ...rows.map(ruleOf), limitOf(until)]
}

/** The stoppage in one sentence: from, to, how long. */
function factsOf({ firstDay, lastDay, days, origins }: Chain): Reason[] {
  const origin = origins.map((one) => ORIGIN_WORDS[one]).join(' puis ')
  return [said(`Arrêt du ${inWords(firstDay)} au ${inWords(lastDay)} (${origin}) : ${days} jour${days > 1 ? 's' : ''}`)]
}
