import { dutyWords, warningWords } from '#follow_up/rules/duty_words'
import { chainWords } from '#follow_up/rules/chain_words'
import type { Written } from '#follow_up/rules/written'
import type { SituationCode } from '#follow_up/rules/codes'
import { visitKind } from '#visits/rules/visit_kinds'

const SITUATIONS: Record<SituationCode, string> = {
  disability: 'Travailleur handicapé',
  invalidity_pension: "Titulaire d'une pension d'invalidité",
  pregnant: 'Grossesse',
  postpartum: 'Accouchement récent',
  breastfeeding: 'Allaitement',
}

/** What a situation is called, on the pages of the health team alone. */
export function situationLabel(code: SituationCode): string {
  return SITUATIONS[code]
}

/** The choices of the form. */
export function situationChoices() {
  return Object.entries(SITUATIONS).map(([value, label]) => ({ value, label }))
}

/** The answer of the engine in the words of a page: visits due, then what is to be done and what is amiss. */
export function inPageWords({ category, due, duties, warnings }: Written) {
  return {
    category,
    dues: due.map(({ kind, because, ...visit }) => ({ ...visit, label: visitKind(kind).label, because: because.map(chainWords) })),
    told: [
      ...warnings.map(({ code, because }) => ({ text: warningWords(code), because: because.map(chainWords) })),
      ...duties.map(({ code, because }) => ({ text: dutyWords(code), because: because.map(chainWords) })),
    ],
  }
}
