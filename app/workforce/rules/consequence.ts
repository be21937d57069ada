type Due = { kind: string; untilOn: string | null }

/** What a change makes of the follow-up: what becomes due or gets another date, and what is due no more. */
export type Consequence<C, D extends Due> = { category: C; categoryWas: C | null; becomes: D[]; ends: D[]; stays: D[] }

/** Compares how somebody is followed before a change (null: was not) and after it. */
export function consequenceOf<C, D extends Due>(
  before: { category: C; dues: readonly D[] } | null,
  after: { category: C; dues: readonly D[] }
): Consequence<C, D> {
  const known = before?.dues ?? []
  const same = (one: D, other: D) => one.kind === other.kind && one.untilOn === other.untilOn
  return {
    category: after.category,
    categoryWas: before?.category ?? null,
    becomes: after.dues.filter((due) => !known.some((one) => same(one, due))),
    stays: after.dues.filter((due) => known.some((one) => same(one, due))),
    ends: known.filter((due) => !after.dues.some((one) => one.kind === due.kind)),
  }
}
