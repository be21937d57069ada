// Letters that Unicode does not take apart and PostgreSQL's unaccent does.
const WHOLE_LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'q',
}

const NUMBERS = [
  'Zéro',
  'Un',
  'Deux',
  'Trois',
  'Quatre',
  'Cinq',
  'Six',
  'Sept',
  'Huit',
  'Neuf',
  'Dix',
]

// C0 and C1 but tab, line feed and carriage return, and the marks that turn the direction of what follows.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** The text as the search compares it (the SQL function `fold`, ends trimmed): no case, no accent, words apart by one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\u0000-\u007f]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9@.]+/g, ' ')
    .trim()
}

/** Whether the text holds a character that cannot be seen and that nobody types. */
export function hasControlCharacters(text: string): boolean {
  return CONTROLS.test(text)
}

/** A number at the beginning of a sentence: a word up to ten. For masculine nouns. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** The title of an error summary: `Deux points à corriger`. */
export function countPoints(count: number): string {
  return `${inWords(count)} ${count > 1 ? 'points' : 'point'} à corriger`
}
