import type { Problem } from '#planning/rules/allocation_problem'

/** Visits that share neither a slot, nor a member, nor a person are allocated apart: each list of visits, in their order. */
export function componentsOf({ visits, slots, classes }: Problem): number[][] {
  const people = numbered(visits.flatMap(({ memberId, personId }) => [`member ${memberId}`, `person ${personId}`]))
  const sets = new Sets(visits.length + slots.length + people.size)
  const person = (name: string) => visits.length + slots.length + people.get(name)!
  // The first visit of a class stands for it.
  const first = classes.bins.map((_, index) => classes.of.indexOf(index))
  classes.bins.forEach((bins, index) => {
    for (const bin of bins) for (const slot of bin.slots) sets.join(visits.length + slot, first[index]!)
  })
  visits.forEach(({ memberId, personId }, index) => {
    sets.join(index, first[classes.of[index]!]!)
    sets.join(index, person(`member ${memberId}`))
    sets.join(index, person(`person ${personId}`))
  })
  return [...Map.groupBy(visits.keys(), (index) => sets.root(index)).values()]
}

function numbered(names: string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]))
}

class Sets {
  #parents: Int32Array

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index)
  }

  root(one: number): number {
    while (this.#parents[one] !== one) {
      this.#parents[one] = this.#parents[this.#parents[one]!]!
      one = this.#parents[one]!
    }
    return one
  }

  join(one: number, other: number) {
    this.#parents[this.root(one)] = this.root(other)
  }
}
