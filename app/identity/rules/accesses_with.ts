import { allows, rightsOf, type Domain, type Level, type Preset } from '#identity/rules/rights'

/** The accesses that reach this level in the domain: where a list over several accounts may look. */
export function accessesWith<T extends { preset: Preset }>(accesses: readonly T[], domain: Domain, level: Level = 'read'): T[] {
  return accesses.filter(({ preset }) => allows(rightsOf(preset), domain, level))
}
