import { addDays, type Day } from '#shared/days'
import type { Duty, DutyCode, Findings } from '#follow_up/rules/answer'
import { runsOn, type Case } from '#follow_up/rules/case'
import type { Stoppage } from '#follow_up/rules/facts'
import { inForce, rowOn } from '#follow_up/rules/law/row'
import { DOCTOR_INFORMED, LIAISON_TOLD, PRE_RETURN_TOLD, type Informing, type Telling } from '#follow_up/rules/law/stoppage_duties'
import { chainsOf, runOf, type Chain } from '#follow_up/rules/stoppage_chains'
import { ORIGIN_WORDS } from '#follow_up/rules/stoppage_words'
import { inWords, ruleOf, said } from '#follow_up/rules/words'

/** What the employer tells about a stoppage until the day of return, inclusive: to the doctor (R4624-33, R3122-12), to the employee (L4624-2-4, L1226-1-3). */
export function stoppageDuties(c: Case): Findings {
  const duties = chainsOf(c)
    .filter(({ returnDay }) => c.today <= returnDay)
    .flatMap((chain) => [
      ...informing(c, chain),
      ...telling(c, chain, 'tell_employee_of_pre_return', rowOn(PRE_RETURN_TOLD, chain.firstDay)),
      ...telling(c, chain, 'tell_employee_of_liaison_meeting', rowOn(LIAISON_TOLD, chain.firstDay)),
    ])
  return { duties }
}

// From the day that follows the length named; a leave that is no incapacity does not count in it.
function telling(c: Case, chain: Chain, code: DutyCode, row: Telling): Duty[] {
  const stoppages = chain.links.filter(({ origin }) => row.origins.includes(origin))
  const told = chainsOf({ stoppages }).filter(({ days, firstDay }) => days > row.overDays && c.today >= addDays(firstDay, row.overDays))
  return told.map((incapacity) => ({ code, rules: [c.use(row)], because: [whole(incapacity), ruleOf(row)] }))
}

function informing(c: Case, chain: Chain): Duty[] {
  return inForceOrFirst(chain.firstDay).flatMap((row) => {
    const links = chain.links.filter((link) => row.origins.includes(link.origin) && (!row.night || nightOn(c, link.firstDay)))
    const short = row.underDays === null || row.origins.every((origin) => runOf(chain, origin) < row.underDays!)
    if (links.length === 0 || !short) return []
    return [{ code: 'inform_doctor_of_stoppage', rules: [c.use(row)], because: [...links.map(one), ruleOf(row)] }]
  })
}

function inForceOrFirst(day: Day): Informing[] {
  return DOCTOR_INFORMED.filter((row) => day < row.from || inForce([row], day).length > 0)
}

function nightOn({ posts }: Case, day: Day): boolean {
  return posts.some((post) => post.night && runsOn(post, day))
}

function whole({ firstDay, lastDay, days }: Chain) {
  return said(`Arrêt du ${inWords(firstDay)} au ${inWords(lastDay)} : ${days} jours`)
}

function one({ firstDay, lastDay, origin }: Stoppage) {
  return said(`Arrêt du ${inWords(firstDay)} au ${inWords(lastDay)} (${ORIGIN_WORDS[origin]})`)
}
