import type { Problem } from '#planning/rules/allocation_problem'

/** Visits that share neither a slot nor a member are allocated apart: each list of visits, in their order. */
export function componentsOf({ visits, classes }: Problem): number[][] {
  const parents = new Map<string, string>()
  const root = (name: string): string => {
    const parent = parents.get(name) ?? name
    if (parent === name) return name
    const top = root(parent)
    parents.set(name, top)
    return top
  }
  const join = (one: string, other: string) => parents.set(root(one), root(other))
  classes.bins.forEach((bins, index) => {
    for (const { slots } of bins) for (const slot of slots) join(`slot ${slot}`, `class ${index}`)
  })
  visits.forEach(({ memberId, personId }, index) => {
    join(`class ${classes.of[index]}`, `member ${memberId}`)
    join(`person ${personId}`, `member ${memberId}`)
  })
  const lists = new Map<string, number[]>()
  visits.forEach((_, index) => {
    const name = root(`class ${classes.of[index]}`)
    lists.set(name, [...(lists.get(name) ?? []), index])
  })
  return [...lists.values()]
}
