import codes from '@socialgouv/codes-naf'
import type { Day } from '#shared/days'
import { fold } from '#shared/text'

export const NOMENCLATURES = ['rev2', '2025'] as const
export type Nomenclature = (typeof NOMENCLATURES)[number]

const LABELS: Record<Nomenclature, string> = { 'rev2': 'NAF rév. 2', '2025': 'NAF 2025' }

/** NAF 2025 replaces revision 2 in the registers on this day. */
export const NAF_2025_FROM: Day = '2027-01-01'

const SUBCLASS = /^\d{2}\.\d{2}[A-Z]$/
const REV2: ReadonlyMap<string, string> = new Map(codes.filter(({ id }) => SUBCLASS.test(id)).map(({ id, label }) => [id, label]))

export function nomenclatureLabel(nomenclature: Nomenclature): string {
  return LABELS[nomenclature]
}

/** The nomenclature of the codes that the registers give on this day. */
export function nomenclatureOn(day: Day): Nomenclature {
  return day < NAF_2025_FROM ? 'rev2' : '2025'
}

/** `4391a` or `43.91 A` as it is printed, `43.91A`; null when it is no code of the nomenclature. Of NAF 2025 the shape alone is judged. */
export function readNafCode(text: string, nomenclature: Nomenclature): string | null {
  const code = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^(\d{2})(\d{2})([A-Z])$/, '$1.$2$3')
  if (!SUBCLASS.test(code)) return null
  return nomenclature === '2025' || REV2.has(code) ? code : null
}

/** What the code stands for, null when we do not know. */
export function nafLabel(code: string, nomenclature: Nomenclature): string | null {
  return nomenclature === 'rev2' ? (REV2.get(code) ?? null) : null
}

/** The activities of revision 2 whose label holds every word, the first ones. */
export function searchNaf(search: string, most = 20): { code: string; label: string }[] {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const found = [...REV2].filter(([code, label]) => words.every((word) => fold(`${code} ${label}`).includes(word)))
  return found.slice(0, most).map(([code, label]) => ({ code, label }))
}
