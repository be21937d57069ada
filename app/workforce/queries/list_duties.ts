import type { Trx } from '#core/tenants'
import { findFollowUp } from '#follow_up'
import { chainWords } from '#follow_up/rules/chain_words'
import { warningWords } from '#follow_up/rules/duty_words'
import { tellDuty } from '#workforce/queries/tell_duty'

/** What the employer has to do, or what went wrong: a sentence, with the chain that leads to it. */
export type Told = { text: string; because: string[] }

/** What the law asks of the employer about an employee beside the visits, and what it finds amiss. */
export async function listDuties(trx: Trx, employeeId: string): Promise<{ duties: Told[]; warnings: Told[] }> {
  const { duties, warnings } = await findFollowUp(trx, employeeId)
  const words = await tellDuty(trx, employeeId)
  const told = (text: string, because: string[]) => ({ text, because: because.map(chainWords) })
  return {
    duties: duties.map(({ code, because }) => told(words(code), because)),
    warnings: warnings.map(({ code, because }) => told(warningWords(code), because)),
  }
}
