import { fold } from '#shared/text'

export const HELP_QUERY_MAX = 100
/** Pages shown when none answers the whole question. */
export const CLOSE_PAGES = 4

/** A page as the search reads it, folded; the parts from the most telling on. */
export type HelpText = { title: string; alsoCalled: string; summary: string; body: string }

export type HelpAnswer<T> = { pages: T[]; complete: boolean }

const WEIGHTS: Record<keyof HelpText, number> = { title: 8, alsoCalled: 5, summary: 3, body: 1 }

// Words that every question has.
const EMPTY_WORDS = new Set(
  `a ai au aux avec ce ces cette c comment d dans de des du elle en est et faire faut il ils j je l la le les leur m ma me mes mon n
  ne nos notre nous on ou par pas peut peux pour qu quand que quel quelle quelles quels qui quoi s sa ses si son sur t un une veux vos votre vous y`.split(/\s+/)
)

// What a French word loses between its noun, its verb and its plural: annulation, annuler, annulée.
const ENDINGS = /(?:ations?|ements?|ees?|es?|ers?|[sx])$/
const STEM_MIN = 4

/** The words of a question that say something, without accents, case or endings: all of them when none does. */
export function searchWords(query: string): string[] {
  const words = fold(query.slice(0, HELP_QUERY_MAX)).split(/[ .@]+/).filter(Boolean)
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return [...new Set((telling.length > 0 ? telling : words).map(stem))]
}

/** The text as the search reads it. */
export function foldHelp({ title, alsoCalled, summary, body }: HelpText): HelpText {
  return { title: fold(title), alsoCalled: fold(alsoCalled), summary: fold(summary), body: fold(body) }
}

/** The pages that hold every word of the question, the best first; when none does, the few that hold most of them. */
export function searchHelp<T extends HelpText>(pages: readonly T[], query: string): HelpAnswer<T> {
  const words = searchWords(query)
  const scored = pages.map((page) => {
    const scores = words.map((word) => scoreOf(page, word))
    return { page, found: scores.filter(Boolean).length, score: sum(scores) }
  })
  const best = scored.filter(({ found }) => found > 0).toSorted((one, other) => other.found - one.found || other.score - one.score)
  const complete = best.filter(({ found }) => found === words.length)
  return complete.length > 0
    ? { pages: complete.map(({ page }) => page), complete: true }
    : { pages: best.slice(0, CLOSE_PAGES).map(({ page }) => page), complete: false }
}

function scoreOf(page: HelpText, word: string): number {
  const parts = Object.keys(WEIGHTS) as (keyof HelpText)[]
  // A short word is an acronym, whole: SIR is not the beginning of SIREN.
  const wanted = word.length < STEM_MIN ? ` ${word} ` : ` ${word}`
  return sum(parts.map((part) => (` ${page[part]} `.replace(/[.@]/g, ' ').includes(wanted) ? WEIGHTS[part] : 0)))
}

function stem(word: string): string {
  const shorter = word.replace(ENDINGS, '')
  return shorter.length >= STEM_MIN ? shorter : word
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
