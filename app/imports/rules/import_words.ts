import { counted } from '#shared/wording'
import type { Section } from '#imports/rules/item'
import { SECTION_WORDS } from '#imports/rules/item_words'

export type State = 'mapping' | 'comparing' | 'ready' | 'applying' | 'applied' | 'dropped' | 'expired'

const STATES: Record<State, { label: string; badge: 'none' | 'soon' | 'fine' }> = {
  mapping: { label: 'Colonnes à reconnaître', badge: 'soon' },
  comparing: { label: 'Comparaison en cours', badge: 'none' },
  ready: { label: 'À vérifier', badge: 'soon' },
  applying: { label: 'Application en cours', badge: 'none' },
  applied: { label: 'Appliqué', badge: 'fine' },
  dropped: { label: 'Abandonné', badge: 'none' },
  expired: { label: 'Oublié, faute de décision', badge: 'none' },
}

export const stateWord = (state: State) => STATES[state]

const FORMATS = { csv: 'CSV', xlsx: 'XLSX', dsn: 'DSN' }
export const formatWord = (format: keyof typeof FORMATS) => FORMATS[format]

/** `2 entrées, 1 sortie`; `aucun changement` when there is nothing. */
export function countsSentence(counts: Partial<Record<Section, number>>, sections: readonly Section[]): string {
  const told = sections.filter((section) => counts[section]).map((section) => counted(counts[section]!, SECTION_WORDS[section].one, SECTION_WORDS[section].many))
  return told.length > 0 ? told.join(', ') : 'aucun changement'
}
