// A number never leaves its unit or its month, nor a sign the word before it.
const AFTER_A_NUMBER = /(\d|1er) (?=janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|jours?\b|kg\b|ans?\b|mois\b)/g
const BEFORE_A_SIGN = / (?=[:;?»])/g

/** A sentence of the engine as a page shows it, with its no-break spaces. */
export function chainWords(sentence: string): string {
  return sentence.replace(AFTER_A_NUMBER, '$1\u00a0').replace(BEFORE_A_SIGN, '\u00a0')
}
