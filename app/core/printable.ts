// What the fonts of resources/documents hold of Latin, Greek and Cyrillic letters, of their signs and of punctuation.
// A test prints every one of them: PDF/UA forbids a character that has no shape.
const UNPRINTABLE =
  /[^\n\u0020-\u007e\u00a0-\u02e4\u0300-\u036f\u0384-\u03e1\u0400-\u0477\u048c-\u04c4\u1e00-\u1fff\u2010-\u2015\u2018-\u2022\u2026\u202f\u20ac\u2116\u2122\u2190-\u2193\u2212\u25a1]|\p{Unassigned}/v
const INVISIBLE = /[\p{Control}\p{Format}]/gv
const NO_SHAPE = new RegExp(`(?:${UNPRINTABLE.source})+`, 'gv')
const LONG_WORD = /[^\s\-\u00ad]{30,}/gv
const SYLLABLE = 15

/**
 * The text as a document can show it: letters composed, controls and marks of direction left out, what no font of ours
 * holds (Chinese, emoji) as `□`, a hyphen allowed inside a word that no line could take.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, (character) => (character === '\n' ? character : ''))
    .replaceAll(NO_SHAPE, '□')
    .replaceAll(LONG_WORD, (word) => word.match(new RegExp(`.{1,${SYLLABLE}}`, 'gsu'))!.join('\u00ad'))
}
