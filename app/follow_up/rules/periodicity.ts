import type { Day } from '#shared/days'

export type Category = 'SI' | 'SIA' | 'SIR'

/** What the law limits: the first visit after the hiring, its renewal, and the visit between two exams. */
export type CeilingName = 'first' | 'renewal' | 'intermediate'

/** The longest lawful time, as in force from `from` to `to` inclusive. `beforePost`: the visit comes before the post is taken. */
export type Ceiling = {
  name: CeilingName
  category: Category
  months: number
  beforePost: boolean
  article: string
  /** The rule in the words of the "why this date" sum. */
  words: string
  from: Day
  to: Day | null
}

// Decree 2016-1908 brought these periods into force.
const SINCE_2017 = { from: '2017-01-01', to: null }

const FIRST_INFORMATION = {
  name: 'first',
  months: 3,
  beforePost: false,
  article: 'R4624-10',
  words: 'Trois mois au plus après la prise de poste',
  ...SINCE_2017,
} as const

/** The law's table. A change of law is a row that ends and a row that begins, never an `if`. */
export const CEILINGS: readonly Ceiling[] = [
  { ...FIRST_INFORMATION, category: 'SI' },
  { ...FIRST_INFORMATION, category: 'SIA' },
  {
    name: 'first',
    category: 'SIR',
    months: 0,
    beforePost: true,
    article: 'R4624-24',
    words: 'La veille au plus tard, avant la prise de poste',
    ...SINCE_2017,
  },
  {
    name: 'renewal',
    category: 'SI',
    months: 60,
    beforePost: false,
    article: 'R4624-16',
    words: 'Cinq ans au plus après cette visite',
    ...SINCE_2017,
  },
  {
    name: 'renewal',
    category: 'SIA',
    months: 36,
    beforePost: false,
    article: 'R4624-17',
    words: 'Trois ans au plus après cette visite',
    ...SINCE_2017,
  },
  {
    name: 'renewal',
    category: 'SIR',
    months: 48,
    beforePost: false,
    article: 'R4624-28',
    words: 'Quatre ans au plus entre deux examens',
    ...SINCE_2017,
  },
  {
    name: 'intermediate',
    category: 'SIR',
    months: 24,
    beforePost: false,
    article: 'R4624-28',
    words: 'Deux ans au plus après cet examen',
    ...SINCE_2017,
  },
]

/**
 * The ceiling in force on a day, that of the fact it runs from. A fact older than the table is judged by its first row.
 * @throws RangeError when the law sets no such ceiling for the category.
 */
export function ceilingOn(name: CeilingName, category: Category, day: Day): Ceiling {
  const rows = CEILINGS.filter((row) => row.name === name && row.category === category)
  const inForce = rows.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? rows[0]
  if (!inForce) throw new RangeError(`No ceiling: ${name} ${category}`)
  return inForce
}
