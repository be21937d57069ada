/** How many codes are made at a time. */
export const RECOVERY_CODES = 10
/** From so many left on, one is told to make new ones. */
export const FEW_RECOVERY_CODES = 3

/** Without the letters and digits that are taken for one another. */
export const RECOVERY_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 16

/** Reads what was typed as a recovery code, with or without its dashes; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '')
  return letters.length === LENGTH && [...letters].every((one) => RECOVERY_ALPHABET.includes(one)) ? letters : null
}

/** The code as it is shown and copied: in fours. `numbers`: sixteen numbers, each below the length of the alphabet. */
export function writeRecoveryCode(numbers: readonly number[]): string {
  const letters = numbers.slice(0, LENGTH).map((number) => RECOVERY_ALPHABET[number])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** Whether so few codes are left that one should make new ones; none made at all is no shortage. */
export function areFew(left: number): boolean {
  return left <= FEW_RECOVERY_CODES
}
