import { isSiren, isSiret } from '#shared/identifiers'

// A SIREN in 21 is a commune's: 21, the number of its department, 0, its number in the department (Rennes, 35238, is
// 213 502 388). There is no department 99, so these numbers are well formed and belong to nobody.
const NO_DEPARTMENT = '2199'

const DIGITS = [...'0123456789']

/** A SIREN under Luhn's key that no company has; `rank` from 0 to 9999 tells them apart. */
export function fictitiousSiren(rank: number): string {
  return close(NO_DEPARTMENT + String(rank % 10_000).padStart(4, '0'), isSiren)
}

/** The SIRET of an establishment of such a company, the first of which is its headquarters. */
export function fictitiousSiret(siren: string, establishment = 1): string {
  return close(siren + String(establishment).padStart(4, '0'), isSiret)
}

function close(digits: string, isValid: (number: string) => boolean): string {
  return digits + DIGITS.find((key) => isValid(digits + key))!
}
