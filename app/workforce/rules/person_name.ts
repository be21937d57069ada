const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\- ]*$/u

/** Whether a text may be somebody's name: letters, spaces, hyphens, apostrophes. */
export function isPersonName(text: string): boolean {
  return NAME.test(text)
}
