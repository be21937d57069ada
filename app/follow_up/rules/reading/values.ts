import { isDay, type Day } from '#shared/days'
import { keyOf, itemOf, type Problem } from '#follow_up/rules/reading/problems'

/** Reads one value at a path, or writes what is wrong with it and gives nothing. */
export type Read<T> = (value: unknown, path: string, problems: Problem[]) => T | undefined

export const aDay: Read<Day> = (value, path, problems) => {
  if (typeof value === 'string' && isDay(value) && value >= '0001-01-01') return value
  const message = typeof value === 'string' ? `date impossible ${JSON.stringify(value)}, AAAA-MM-JJ attendu` : 'date attendue, AAAA-MM-JJ'
  problems.push({ path, message })
  return undefined
}

export const aBoolean: Read<boolean> = (value, path, problems) => {
  if (typeof value === 'boolean') return value
  problems.push({ path, message: 'true ou false attendu' })
  return undefined
}

export function aCode<const C extends string>(codes: readonly C[]): Read<C> {
  return (value, path, problems) => {
    const code = codes.find((one) => one === value)
    if (code !== undefined) return code
    problems.push({ path, message: typeof value === 'string' ? `code inconnu ${JSON.stringify(value)}` : 'code attendu' })
    return undefined
  }
}

/** A value that must be there. */
export function needed<T>(read: Read<T>): Read<T> {
  return (value, path, problems) => {
    if (value !== undefined && value !== null) return read(value, path, problems)
    problems.push({ path, message: 'valeur manquante' })
    return undefined
  }
}

/** A value that may be null or left out, then read as `without`. */
export function optional<T, W>(read: Read<T>, without: W): Read<T | W> {
  return (value, path, problems) => (value === undefined || value === null ? without : read(value, path, problems))
}

export function aList<T>(read: Read<T>): Read<T[]> {
  return (value, path, problems) => {
    if (Array.isArray(value)) return value.flatMap((item, index) => read(item, itemOf(path, index), problems) ?? [])
    problems.push({ path, message: 'liste attendue' })
    return undefined
  }
}

/** An object of these keys and no other. */
export function anObject<T extends object>(fields: { [K in keyof T]: Read<T[K]> }): Read<T> {
  return (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ path, message: 'objet attendu' })
      return undefined
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) problems.push({ path: keyOf(path, key), message: 'clé inconnue' })
    }
    const before = problems.length
    const read = Object.entries<Read<unknown>>(fields).map(([key, of]) => {
      const given = Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined
      return [key, of(given, keyOf(path, key), problems)]
    })
    return problems.length === before ? (Object.fromEntries(read) as T) : undefined
  }
}
