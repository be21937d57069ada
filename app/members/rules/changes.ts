import { contactRoleLabel, type ContactRole } from '#members/rules/contact_roles'
import { nomenclatureLabel, type Nomenclature } from '#members/rules/naf'

/** What a history row keeps: the fields that differ, as they were and as they are. */
export type Fields = Record<string, string | null>

/** The fields whose value changed, before and after; null when nothing did. */
export function differences(before: Fields, after: Fields): { before: Fields; after: Fields } | null {
  const changed = Object.keys(after).filter((field) => (before[field] ?? null) !== (after[field] ?? null))
  if (changed.length === 0) return null
  const only = (fields: Fields) => Object.fromEntries(changed.map((field) => [field, fields[field] ?? null]))
  return { before: only(before), after: only(after) }
}

const LABELS: Record<string, string> = {
  address_line: 'Adresse',
  postal_code: 'Code postal',
  city: 'Ville',
  naf_code: 'Code NAF',
  naf_nomenclature: 'Nomenclature',
  role: 'Rôle',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  siret: 'SIRET',
  closed: 'Fermé',
  company_name: 'Raison sociale',
}

/** What the screens say of a value of the history. */
export function fieldValue(field: string, value: string | null): string {
  if (value === null) return 'vide'
  if (field === 'role') return contactRoleLabel(value as ContactRole)
  return field === 'naf_nomenclature' ? nomenclatureLabel(value as Nomenclature) : value
}

/** What the screens call a field of the history. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? field
}
