import { isDay } from '#shared/dates'
import { VISIT_KINDS, visitKind, type VisitKind } from '#visits'

export const DELAYS = ['retard', '30', '90', 'sans-date'] as const

export type Delay = (typeof DELAYS)[number]

/** What the address of the due list asks. `after`: the last row of the page before, `<day>_<id>`. */
export type DueFilters = { delai: Delay; site: string | null; visite: VisitKind | null; after: { untilOn: string; id: string } | null }

export const DELAY_LABELS: Record<Delay, string> = {
  'retard': 'En retard',
  '30': 'Sous 30\u00a0jours',
  '90': 'Sous 90\u00a0jours',
  'sans-date': 'Sans date limite',
}

// What the law makes due; the others are asked.
const NEVER_DUE: VisitKind[] = ['pre_return', 'on_demand', 'liaison']

/** The kinds of visits that one may keep. */
export const DUE_KINDS = VISIT_KINDS.filter((kind) => !NEVER_DUE.includes(kind))

export function dueKindChoices() {
  return DUE_KINDS.map((value) => ({ value, label: visitKind(value).label }))
}

const AFTER = /^(?<untilOn>\d{4}-\d{2}-\d{2}|-)_(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads the address of the due list: what is unknown is not asked. */
export function readDueFilters(query: Record<string, unknown>, siteIds: readonly string[]): DueFilters {
  const delai = DELAYS.find((one) => one === text(query.delai)) ?? 'retard'
  const groups = AFTER.exec(text(query.apres))?.groups
  const isPlace = groups && (delai === 'sans-date' ? groups.untilOn === '-' : isDay(groups.untilOn!))
  return {
    delai,
    site: siteIds.find((one) => one === text(query.site)) ?? null,
    visite: DUE_KINDS.find((one) => one === text(query.visite)) ?? null,
    after: isPlace ? { untilOn: groups.untilOn!, id: groups.id! } : null,
  }
}

/** The address of the list with these filters: what is as usual is not said. */
export function dueAddress({ delai, site, visite }: Pick<DueFilters, 'delai' | 'site' | 'visite'>, apres?: string): string {
  const said = { delai: delai === 'retard' ? null : delai, site, visite, apres }
  const query = new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])))
  return query.size > 0 ? `/demandes/echeances?${query}` : '/demandes/echeances'
}

// An address may repeat a name: the last one counts.
function text(value: unknown): string {
  const last = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : ''
}
