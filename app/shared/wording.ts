import { fold } from '#shared/text'

/** `3 demandes`, `1 demande`, `0 demande`: French puts nothing in the plural below two. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}\u00a0${count > 1 ? many : one}`
}

/** `12 345`, a narrow space between thousands. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** `de Karim Bensallah`, `d'Élodie Marchevaux`. A name in h or y keeps `de`: nobody can tell which is mute. */
export function ofName(name: string): string {
  return /^[aeiou]/.test(fold(name)) ? `d'${name}` : `de ${name}`
}

/** `732 829 320 00074`: a SIREN or a SIRET as it is read aloud. */
export function groupedIdentifier(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)].filter(Boolean).join('\u00a0')
}

/** The address that dials a number written for people. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`
}

/** The first letter of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first letter of a word taken into a sentence. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
