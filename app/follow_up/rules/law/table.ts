import { ADAPTED } from '#follow_up/rules/law/adapted'
import { ATTESTATIONS } from '#follow_up/rules/law/authorisations'
import { DEPARTURE_TOLD, MID_CAREER, POST_EXPOSURE } from '#follow_up/rules/law/careers'
import {
  ADAPTED_CEILING,
  INTERMEDIATE_CEILING,
  REINFORCED_CEILING,
  SIMPLE_CEILING,
  YEARLY_EXAMS,
} from '#follow_up/rules/law/ceilings'
import { APPRENTICE_DELAY, BEFORE_POST, FITNESS_BEFORE_POST, GENERAL_DELAY, VISIT_BEFORE } from '#follow_up/rules/law/first_visits'
import { REFERRALS } from '#follow_up/rules/law/referrals'
import type { Row } from '#follow_up/rules/law/row'
import { SEASONAL } from '#follow_up/rules/law/seasonal'
import { DOCTOR_INFORMED, LIAISON_TOLD, PRE_RETURN_TOLD } from '#follow_up/rules/law/stoppage_duties'
import { RETURN_THRESHOLDS, RETURN_WAIVER, RETURN_WINDOW } from '#follow_up/rules/law/stoppages'
import { TRIGGERS } from '#follow_up/rules/law/triggers'
import { WAIVERS } from '#follow_up/rules/law/waivers'

/** The whole table of the law, by subject. A change of law is a row that ends and a row that begins, never an `if`. */
export const LAW: Record<string, readonly Row[]> = {
  'Suivi renforcé': TRIGGERS,
  'Suivi adapté': ADAPTED,
  'Première visite': [...GENERAL_DELAY, ...APPRENTICE_DELAY, ...BEFORE_POST, ...FITNESS_BEFORE_POST, ...VISIT_BEFORE],
  'Dispense': WAIVERS,
  'Entre deux visites': [...SIMPLE_CEILING, ...ADAPTED_CEILING, ...REINFORCED_CEILING, ...INTERMEDIATE_CEILING, ...YEARLY_EXAMS],
  'Autorisations': ATTESTATIONS,
  'Reprise': [...RETURN_THRESHOLDS, ...RETURN_WINDOW, ...RETURN_WAIVER],
  "Pendant l'arrêt": [...PRE_RETURN_TOLD, ...LIAISON_TOLD, ...DOCTOR_INFORMED],
  'Carrière': [...MID_CAREER, ...POST_EXPOSURE, ...DEPARTURE_TOLD],
  'Orientation': REFERRALS,
  'Saisonniers': SEASONAL,
}
