const LA_POSTE = '356000000'

/** 7 digits, leading zeros kept: it is text. */
export function isMemberNumber(text: string): boolean {
  return /^\d{7}$/.test(text)
}

/** 9 digits under Luhn's key. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text)
}

/** 14 digits, a SIREN and a NIC, under Luhn's key; at La Poste a sum of digits divisible by 5 will also do. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false
  return luhn(text) || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0)
}

/** The French VAT number of a SIREN: `FR44732829320`. */
export function vatNumber(siren: string): string {
  return `FR${String(vatKey(siren)).padStart(2, '0')}${siren}`
}

/** (12 + 3 × (SIREN mod 97)) mod 97. */
export function vatKey(siren: string): number {
  if (!isSiren(siren)) throw new RangeError('Not a SIREN')
  return (12 + 3 * (Number(siren) % 97)) % 97
}

function luhn(digits: string): boolean {
  const doubled = [...digits]
    .reverse()
    .map((digit, rank) => Number(digit) * (rank % 2 === 0 ? 1 : 2))
  return digitSum(doubled.join('')) % 10 === 0
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}
