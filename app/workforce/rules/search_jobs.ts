import { fold } from '#shared/text'
import { PCS_ESE, type Job } from '#workforce/rules/pcs_ese'

const SHOWN = 8
const SHORTEST_WORD = 3
const EMPTY_WORDS = ['les', 'des', 'une', 'aux', 'sur', 'par', 'pour', 'avec', 'dans']

const KNOWN = PCS_ESE.map((job) => ({ job, words: wordsOf(job.label) }))

/** Whether the text has the shape of a PCS-ESE code: three digits and a letter. */
export function isPcsCode(text: string): boolean {
  return /^\d{3}[a-z]$/.test(text)
}

/** The job of a code, null for one that the list does not have. */
export function findJob(code: string): Job | null {
  return PCS_ESE.find((job) => job.code === code) ?? null
}

/** The jobs whose label holds the most words of a text, whatever accents, gender and number; a code finds its job. */
export function searchJobs(text: string): Job[] {
  const exact = findJob(text.trim().toLowerCase())
  if (exact) return [exact]
  const stems = wordsOf(text).map(stem)
  const scored = KNOWN.map(({ job, words }) => ({ job, score: stems.filter((one) => words.some((word) => word.startsWith(one))).length }))
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, SHOWN)
    .map(({ job }) => job)
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[ .@]+/)
    .filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.includes(word))
}

// "menuisière" and "menuisiers" share their beginning.
function stem(word: string): string {
  return word.replace(/(?:ieres?|iers?|euses?|eurs?|rices?|ennes?|iens?|es|s|e|x)$/, '')
}
