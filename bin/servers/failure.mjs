/** Something a person can cure: what is wrong in one sentence, and what to do. Shown without a stack. */
export class Failure extends Error {
  constructor(what, cure) {
    super(cure ? `${what}\n  ${cure}` : what)
  }
}

/** A stop was asked while a step was under way: no news to anybody. */
export class Stopped extends Error {}
