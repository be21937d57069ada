import type { Findings } from '#follow_up/rules/answer'
import { runsOn, type Case } from '#follow_up/rules/case'
import { REFERRALS } from '#follow_up/rules/law/referrals'
import { inForce } from '#follow_up/rules/law/row'
import { byDoctor } from '#follow_up/rules/who_counts'
import { inWords, ruleOf, saidInSecret } from '#follow_up/rules/words'

const SITUATION_WORDS = {
  pregnant: 'grossesse',
  postpartum: 'accouchement récent',
  breastfeeding: 'allaitement',
  disability: 'travailleur handicapé',
  invalidity_pension: "titulaire d'une pension d'invalidité",
}

/** Situations that send to the doctor without delay (R4624-19, R4624-20): while they last and no doctor has seen the employee since. */
export function referrals(c: Case): Findings {
  const open = c.situations.filter(
    (situation) => runsOn(situation, c.today) && !c.visits.some((visit) => byDoctor(visit) && visit.heldOn >= situation.from)
  )
  return {
    duties: open.flatMap(({ code, from }) =>
      inForce(REFERRALS, c.today)
        .filter(({ situation }) => situation === code)
        .map((row) => ({
          code: 'refer_without_delay' as const,
          rules: [c.use(row)],
          because: [saidInSecret(`Situation : ${SITUATION_WORDS[row.situation]}, depuis le ${inWords(from)}`), ruleOf(row)],
        }))
    ),
  }
}
