import type { Person } from '#database/demo/person'
import type { Rows } from '#database/demo/rows'

// What puts a post under reinforced follow-up, by a word of its name.
const RISKS: [word: RegExp, risk: string][] = [
  [/chafaudage/, 'scaffold_assembly'],
  [/amiant/, 'asbestos'],
  [/verniss|soud|mouleu|barbeu|fondeu|enrobés|carross|sérigraph/i, 'cmr'],
  [/plomb$/, 'lead'],
  [/désinfection|laboratoire/, 'biological_group_3_4'],
  [/radiologie|dentaire|vétérinaire/i, 'ionising_b'],
  [/carcasses/, 'handling_over_55kg'],
]
const AT_NIGHT = /nuit|four/

/** The post of somebody, whose risks give the category; an adapted follow-up without night work has a reason that staff only know. */
export function writePost(rows: Rows, { jobTitle, category, history, leftOn }: Person, whose: { employee_id: string; member_id: string }) {
  const risks = category === 'SIR' ? RISKS.filter(([word]) => word.test(jobTitle)).map(([, risk]) => risk) : []
  const listed = category === 'SIR' && risks.length === 0
  const night = AT_NIGHT.test(jobTitle)
  rows.add('posts', {
    ...whose,
    from_on: history.hiredOn,
    to_on: leftOn,
    job_title: jobTitle,
    risks: listed ? ['employer_listed'] : risks,
    night,
    listed_reason: listed ? "Poste inscrit d'après l'évaluation des risques" : null,
  })
  if (category === 'SIA' && !night) rows.add('situations', { ...whose, code: 'disability', from_on: history.hiredOn })
}
