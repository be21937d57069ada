import postalCodes from 'codes-postaux'
import { fold } from '#shared/text'

/** The towns of a postal code, by name, as their inhabitants write them. */
export function townsOf(postalCode: string): string[] {
  return [...new Set(postalCodes.find(postalCode).map(({ nomCommune }) => nomCommune))].sort((one, other) => one.localeCompare(other, 'fr'))
}

/**
 * The town as it is written, when it has this postal code; null when it has not. `st` stands for saint, and the name that
 * the post prints will do. A CEDEX names no town: its postal code is one firm's or one office's, the name is taken as it is.
 */
export function readTown(postalCode: string, town: string): string | null {
  if (/\bcedex\b/i.test(town)) return town.trim()
  const wanted = comparable(town)
  const entries = postalCodes.find(postalCode)
  const found = entries.find(({ nomCommune, libelleAcheminement }) => [nomCommune, libelleAcheminement].some((name) => comparable(name) === wanted))
  return found?.nomCommune ?? null
}

const comparable = (name: string) =>
  fold(name)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
