import { CATEGORIES, categoryLabel, type Category } from '#workforce/rules/categories'

/** `actuels`: those present or about to enter, and those who left not long ago. */
export const PRESENCES = ['actuels', 'presents', 'a-venir', 'sortis', 'tous'] as const
export const DUES = ['retard', '30', '6-mois', 'ajour'] as const
export const SORTS = ['nom', 'site', 'suivi', 'echeance'] as const

export type Presence = (typeof PRESENCES)[number]
export type Due = (typeof DUES)[number]
export type Sort = (typeof SORTS)[number]

/** What the address of the list asks, in the words of the address. */
export type EmployeeFilters = {
  q: string
  suivi: Category | null
  echeance: Due | null
  site: string | null
  presence: Presence
  tri: Sort
  descending: boolean
  page: number
}

export const SEARCH_MAX = 100

/** Reads the address of the list. It may have been typed, cut or kept from another day: what is unknown is not asked. */
export function readEmployeeFilters(query: Record<string, unknown>, siteIds: readonly string[]): EmployeeFilters {
  const tri = text(query.tri)
  return {
    q: text(query.q).trim().slice(0, SEARCH_MAX),
    suivi: oneOf(CATEGORIES, query.suivi),
    echeance: oneOf(DUES, query.echeance),
    site: oneOf(siteIds, query.site),
    presence: oneOf(PRESENCES, query.presence) ?? 'actuels',
    tri: oneOf(SORTS, tri.replace(/^-/, '')) ?? 'echeance',
    descending: tri.startsWith('-') && oneOf(SORTS, tri.slice(1)) !== null,
    page: Math.max(1, Math.trunc(Number(text(query.page))) || 1),
  }
}

/** The choices of each filter, with the words of the screen. */
export const FILTER_CHOICES = {
  suivi: CATEGORIES.map((value) => ({ value, label: `${categoryLabel(value)} (${value})` })),
  echeance: [
    { value: 'retard', label: 'En retard' },
    { value: '30', label: 'Sous 30\u00a0jours' },
    { value: '6-mois', label: 'Sous 6\u00a0mois' },
    { value: 'ajour', label: 'À jour' },
  ],
  presence: [
    { value: 'actuels', label: 'Présents, entrées à venir et sorties récentes' },
    { value: 'presents', label: 'Présents' },
    { value: 'a-venir', label: 'Entrées à venir' },
    { value: 'sortis', label: 'Sortis' },
    { value: 'tous', label: 'Tous' },
  ],
}

// An address may repeat a name: the last one counts.
function text(value: unknown): string {
  const last = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : ''
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find((item) => item === text(value)) ?? null
}
