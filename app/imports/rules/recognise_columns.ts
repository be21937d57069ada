import { fold } from '#shared/text'
import { COLUMNS, ENTRY, FIELDS, IDENTITY, type Field } from '#imports/rules/fields'

/** What each column of a file is taken for: null for one that is not read. In the order of the file. */
export type Mapping = (Field | null)[]

/** What a member chose before, by the folded name of the column; '' for one not to read. */
export type RememberedColumns = Record<string, Field | ''>

export type Recognition = { mapping: Mapping; sure: boolean }

const BY_NAME = new Map<string, Field>(
  FIELDS.flatMap((field) => [COLUMNS[field].label, ...COLUMNS[field].alsoCalled].map((name) => [fold(name).replace(/\.$/, ''), field] as const))
)

/**
 * Which column tells what, by its name: case, accents and punctuation do not count, and what the member chose before wins.
 * It is sure when nothing is told twice and when nobody has to be asked: the identity is there, and what an entry needs is
 * there or no unknown column could be it.
 */
export function recogniseColumns(header: readonly string[], remembered: RememberedColumns = {}): Recognition {
  const known = header.map((name): Field | null | undefined => {
    const key = columnKey(name)
    return key in remembered ? remembered[key] || null : BY_NAME.get(key)
  })
  const guessed = known.map((field, rank) => (field === undefined ? guess(header[rank]!) : field))
  const mapping = withoutDoubles(known, guessed)
  const told = known.filter((field): field is Field => Boolean(field))
  const isTwice = new Set(told).size < told.length
  const unknown = known.some((field, rank) => field === undefined && columnKey(header[rank]!) !== '')
  const lacks = (fields: Field[]) => fields.some((field) => !told.includes(field))
  return { mapping, sure: !isTwice && !lacks(IDENTITY) && !(unknown && lacks(ENTRY)) }
}

/** The name of a column as it is remembered. */
export function columnKey(name: string): string {
  return fold(name).replace(/\.$/, '')
}

export type MappingFault = { type: 'missing' | 'twice'; field: Field }

/** Why a file cannot be read with this mapping. */
export function mappingFaults(mapping: Mapping): MappingFault[] {
  const told = mapping.filter((field): field is Field => field !== null)
  const missing = IDENTITY.filter((field) => !told.includes(field)).map((field): MappingFault => ({ type: 'missing', field }))
  const twice = FIELDS.filter((field) => told.filter((one) => one === field).length > 1).map((field): MappingFault => ({ type: 'twice', field }))
  return [...missing, ...twice]
}

// A name that says more than ours: "Nom (majuscules)", "Date de naissance du salarié".
function guess(name: string): Field | null {
  const key = ` ${columnKey(name)} `
  const found = [...BY_NAME].filter(([synonym]) => synonym.length > 2 && key.includes(` ${synonym} `))
  return found.sort(([one], [other]) => other.length - one.length)[0]?.[1] ?? null
}

// A name known for certain keeps its field; of two guesses the first does.
function withoutDoubles(known: readonly (Field | null | undefined)[], guessed: Mapping): Mapping {
  const certain = new Set(known.filter(Boolean))
  const given = new Set<Field>()
  return guessed.map((field, rank) => {
    if (field === null || given.has(field) || (known[rank] === undefined && certain.has(field))) return null
    given.add(field)
    return field
  })
}
