/** What a visit needs to go well. Fixed choices, so that nobody writes a reason. */
export const NEEDS = ['step_free_access', 'sign_language', 'written_exchange', 'large_print', 'companion', 'interpreter'] as const

export type Need = (typeof NEEDS)[number]

const LABELS: Record<Need, string> = {
  step_free_access: 'Accès de plain-pied',
  sign_language: 'Interprète en langue des signes',
  written_exchange: 'Échange par écrit',
  large_print: 'Documents en gros caractères',
  companion: 'Venue avec un accompagnant',
  interpreter: 'Interprète dans une autre langue',
}

/** Languages that OSTRA's interpreters speak, by their code. */
export const LANGUAGES = {
  en: 'Anglais',
  ar: 'Arabe',
  es: 'Espagnol',
  pl: 'Polonais',
  pt: 'Portugais',
  ro: 'Roumain',
  ru: 'Russe',
  tr: 'Turc',
  uk: 'Ukrainien',
  zho: 'Chinois',
  oth: 'Autre langue',
} as const

export type Language = keyof typeof LANGUAGES

export function needLabel(need: Need): string {
  return LABELS[need]
}

/** What a visit needs, in words: nothing when there is none. */
export function needsWords(needs: readonly Need[], language: string | null): string {
  const words = (need: Need) => (need === 'interpreter' && language ? `${LABELS[need]} (${LANGUAGES[language as Language].toLowerCase()})` : LABELS[need])
  return needs.map(words).join(', ')
}

export function needChoices() {
  return NEEDS.map((value) => ({ value, label: LABELS[value] }))
}

export function languageChoices() {
  return Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))
}
