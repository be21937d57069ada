import { fold } from '#shared/text'
import type { KnownEmployee } from '#imports/rules/known_employee'
import type { PersonFacts } from '#imports/rules/person'

export type Match =
  | { type: 'known'; employee: KnownEmployee; by: 'name' | 'payroll_id' }
  | { type: 'several'; employees: KnownEmployee[] }
  | { type: 'alike'; employee: KnownEmployee }
  | { type: 'unknown' }

/**
 * Who of the workforce a line speaks of. The names (of birth or of use, the first of several first names) and the day of birth say it,
 * or the payroll number with one of the two. Whoever only looks alike is left to a human, unless another line of the file is
 * about that employee (`elsewhere`): then it is somebody else.
 */
export function matchPerson(facts: PersonFacts, employees: readonly KnownEmployee[], elsewhere: ReadonlySet<string> = new Set()): Match {
  const named = employees.filter((employee) => bornAlike(facts, employee) && namedAlike(facts, employee))
  if (named.length > 0) return alone(named, 'name')
  const numbered = employees.filter(({ payrollId }) => payrollId !== null && payrollId === facts.payrollId)
  const sure = numbered.filter((employee) => bornAlike(facts, employee) || namedAlike(facts, employee))
  if (sure.length > 0) return alone(sure, 'payroll_id')
  const others = employees.filter(({ id }) => !elsewhere.has(id))
  const alike = others.find((employee) => namedAlike(facts, employee) || (bornAlike(facts, employee) && sharesFirstName(facts, employee)))
  return alike ? { type: 'alike', employee: alike } : { type: 'unknown' }
}

/** Who the line speaks of, whatever accents, case and order: the same for two lines on one person. */
export function identityKey({ familyName, usedName, firstName, birthDate }: Pick<PersonFacts, 'familyName' | 'usedName' | 'firstName' | 'birthDate'>): string | null {
  const name = usedName ?? familyName
  if (!name || !firstName || !birthDate) return null
  return [...fold(`${firstName} ${name}`).split(' ').toSorted(), birthDate].join(' ')
}

// Somebody who left and came back under another row: the one who is present counts.
function alone(employees: KnownEmployee[], by: 'name' | 'payroll_id'): Match {
  const present = employees.filter(({ leftOn }) => leftOn === null)
  const [employee, ...others] = present.length > 0 ? present : employees
  return others.length === 0 ? { type: 'known', employee: employee!, by } : { type: 'several', employees }
}

const bornAlike = (facts: PersonFacts, { birthDate }: KnownEmployee) => facts.birthDate === birthDate

function namedAlike(facts: PersonFacts, { familyName, firstName }: KnownEmployee): boolean {
  const known = spelled(`${firstName} ${familyName}`)
  const firstNames = [facts.firstName, facts.firstName?.split(' ')[0]]
  const names = [facts.familyName, facts.usedName].filter(Boolean)
  return names.some((name) => firstNames.some((first) => first && (spelled(`${first} ${name}`) === known || sameFirst(first, name!, { familyName, firstName }))))
}

// "Marie Anne" in the payroll, "Marie" here.
const sameFirst = (first: string, name: string, known: { familyName: string; firstName: string }) =>
  fold(name) === fold(known.familyName) && fold(first) === fold(known.firstName.split(' ')[0]!)

const sharesFirstName = (facts: PersonFacts, { firstName }: KnownEmployee) =>
  facts.firstName !== undefined && fold(facts.firstName.split(' ')[0]!) === fold(firstName.split(' ')[0]!)

const spelled = (name: string) => fold(name).split(' ').toSorted().join(' ')
