import type { StagedPerson } from '#imports/rules/person'

/** Where a SIRET leads: a member, and its site when the SIRET is that of one. */
export type Establishment = { siret: string; memberId: string; site: string | null }

export type Routed = {
  /** The people of each member. */
  parts: Map<string, StagedPerson[]>
  /** The SIRETs that are no account of the user's, and how many people each has: their lines go no further. */
  foreign: { siret: string; people: number }[]
}

/** Gives each person of a file to the account of their SIRET; without a SIRET, to the account in which the file was sent. */
export function routePeople(people: readonly StagedPerson[], establishments: readonly Establishment[], homeId: string): Routed {
  const bySiret = new Map(establishments.map((one) => [one.siret, one]))
  const parts = new Map<string, StagedPerson[]>()
  const foreign = new Map<string, number>()
  for (const person of people) {
    const establishment = person.siret === null ? { memberId: homeId, site: null } : bySiret.get(person.siret)
    if (!establishment) {
      foreign.set(person.siret!, (foreign.get(person.siret!) ?? 0) + 1)
      continue
    }
    const { memberId, site } = establishment
    const facts = site ? { site, ...person.facts } : person.facts
    const part = parts.get(memberId) ?? []
    if (part.push({ ...person, facts }) === 1) parts.set(memberId, part)
  }
  return { parts, foreign: [...foreign].map(([siret, count]) => ({ siret, people: count })) }
}
