import type { FileRefusal } from '#imports/rules/file_refusals'

/** Stops the reading of a file. */
export class Unusable extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.type)
  }
}
