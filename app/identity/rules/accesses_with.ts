import { allows, type Domain, type Level, type Rights } from '#identity/rules/rights'

/** The accesses that reach this level in the domain: where a list over several accounts may look. */
export function accessesWith<T extends { rights: Rights }>(accesses: readonly T[], domain: Domain, level: Level = 'read'): T[] {
  return accesses.filter(({ rights }) => allows(rights, domain, level))
}
