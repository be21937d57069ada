import type { Day } from '#shared/days'
import { fold } from '#shared/text'

export type Named = { familyName: string; firstName: string; birthDate: Day }

/** Whether two entries may be one person: born the same day, and the same names, whatever accents, case and order. */
export function mayBeSame(one: Named, other: Named): boolean {
  return one.birthDate === other.birthDate && namesOf(one) === namesOf(other)
}

function namesOf({ familyName, firstName }: Named): string {
  return fold(`${firstName} ${familyName}`).split(' ').toSorted().join(' ')
}
