import type { Keep } from '#core/settings'
import { counted } from '#shared/wording'

/** `30 jours`, `12 mois`, `5 ans`. */
export function sayKeep({ years, months, days }: Keep): string {
  return [years && counted(years, 'an'), months && counted(months, 'mois', 'mois'), days && counted(days, 'jour')].filter(Boolean).join(' et ')
}
