/** What is wrong with the facts, and where: `posts[0].risks[1]: code inconnu "amiant"`. */
export type Problem = { path: string; message: string }

/** The sentence of a problem; what is wrong with the whole has no path. */
export function sentenceOf({ path, message }: Problem): string {
  return path === '' ? message : `${path}: ${message}`
}

export function keyOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

export function itemOf(path: string, index: number): string {
  return `${path}[${index}]`
}
