import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as french } from '@zxcvbn-ts/language-fr'
import { fold } from '#shared/text'

// Shorter words are in too many good passwords to tell anything.
const WORD_MIN = 4

// The estimate is synchronous: these keep the worst password of 128 characters under a tenth of a second.
const READ_CHARACTERS = 64
const SUBSTITUTIONS = 20

let estimator: ZxcvbnFactory | undefined

/**
 * How hard a password is to guess, 0 to 4, for somebody who knows these texts. Words that the texts hold are worth
 * nothing: what is left without them must be as hard to guess.
 */
export function guessability(password: string, knownTexts: readonly string[]): number {
  const words = knownWords(knownTexts)
  const folded = fold(password)
  const left = words.reduce((text, word) => text.replaceAll(word, ' '), folded)
  const whole = score(password, words)
  return left === folded ? whole : Math.min(whole, score(left.trim()))
}

function score(password: string, words: string[] = []): number {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common, ...french },
    graphs: adjacencyGraphs,
    maxLength: READ_CHARACTERS,
    l33tMaxSubstitutions: SUBSTITUTIONS,
  })
  return estimator.check(password, words).score
}

// Longest first, so that no word is cut by a shorter one within it.
function knownWords(texts: readonly string[]): string[] {
  const words = texts.map(fold).flatMap((text) => [text, ...text.split(/[ @.]/)])
  return [...new Set(words)]
    .filter((word) => word.length >= WORD_MIN)
    .toSorted((one, other) => other.length - one.length)
}
