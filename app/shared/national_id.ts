export type NationalIdFault = 'unreadable' | 'wrong_key'

const WRITTEN = /^\d{5}(?:\d\d|2[AB])\d{6}(?:\d{2})?$/

/** The NIR without its spaces and points, in capitals. */
export function bareNationalId(text: string): string {
  return text.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase()
}

/** What is wrong with a NIR: null when it can be one. Its key may be left out (a DSN has none): then it is not checked. */
export function nationalIdFault(text: string): NationalIdFault | null {
  const bare = bareNationalId(text)
  if (!WRITTEN.test(bare) || bare.startsWith('0')) return 'unreadable'
  if (bare.length === 13) return null
  return nationalIdKey(bare.slice(0, 13)) === bare.slice(13) ? null : 'wrong_key'
}

/** 97 − (N mod 97), where Corsica counts as 19 (2A) and 18 (2B). */
export function nationalIdKey(number: string): string {
  const digits = number.replace('2A', '19').replace('2B', '18')
  return String(97 - (Number(digits) % 97)).padStart(2, '0')
}
