const NIR = /^(?<number>[1-478]\d{4}(?:\d{2}|2[AB])\d{6})(?<key>\d{2})$/

/** The NIR as it is stored: no space, capitals. */
export function plainNir(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase()
}

/** Whether the text is a NIR under its key, 97 − (number mod 97); Corsica's 2A counts as 19 and 2B as 18 (DOMAIN 10). */
export function isNir(text: string): boolean {
  const groups = NIR.exec(plainNir(text))?.groups
  return groups !== undefined && groups.key === nirKey(groups.number!)
}

/** The two digits of the key of thirteen characters. */
export function nirKey(number: string): string {
  const digits = number.replace('2A', '19').replace('2B', '18')
  return String(97n - (BigInt(digits) % 97n)).padStart(2, '0')
}
