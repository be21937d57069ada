import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** A phone number as France writes it, `02 99 00 00 00`, abroad `+32 2 555 12 12`; null when no such number can exist. */
export function readPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text, 'FR')
  if (!number?.isValid()) return null
  return number.country === 'FR' ? number.formatNational() : number.formatInternational()
}
