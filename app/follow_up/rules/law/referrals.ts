import type { SituationCode } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** Situations that send the employee to the doctor without delay; none wants a visit before the post. */
export type Referral = Row & { situation: SituationCode }

const ON_WISH = { articles: ['R4624-19'], words: 'orientation sans délai vers le médecin du travail, si elle le souhaite', from: '2017-01-01', to: null }
const ALWAYS = { articles: ['R4624-20'], words: 'orientation sans délai vers le médecin du travail', from: '2017-01-01', to: null }

export const REFERRALS: readonly Referral[] = [
  { id: 'refer_pregnant', situation: 'pregnant', ...ON_WISH },
  { id: 'refer_postpartum', situation: 'postpartum', ...ON_WISH },
  { id: 'refer_breastfeeding', situation: 'breastfeeding', ...ON_WISH },
  { id: 'refer_disability', situation: 'disability', ...ALWAYS },
  { id: 'refer_invalidity', situation: 'invalidity_pension', ...ALWAYS },
]
