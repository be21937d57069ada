import { Exception } from '@adonisjs/core/exceptions'
import type { DateTime } from 'luxon'

/** Not there, or not yours: the two look the same. */
export class NotFound extends Exception {
  static status = 404
  static code = 'E_NOT_FOUND'
}

/** Yours, but not your right; names who can give it. */
export class Forbidden extends Exception {
  static status = 403
  static code = 'E_FORBIDDEN'
  constructor(public administrators: string[] = []) {
    super()
  }
}

/** The session ended or there is none. */
export class SignedOut extends Exception {
  static status = 401
  static code = 'E_SIGNED_OUT'
}

/** Another page comes first: its message is the path. */
export class Elsewhere extends Exception {
  static status = 303
  static code = 'E_ELSEWHERE'
}

/** The form was made for another member than the current one, or the page is of another one. */
export class OtherMember extends Exception {
  static status = 409
  static code = 'E_OTHER_MEMBER'
  constructor(
    public formMember: { id: string; name: string },
    public page?: string
  ) {
    super()
  }
}

/** The address or a value in it cannot be read. */
export class Unreadable extends Exception {
  static status = 400
  static code = 'E_UNREADABLE'
}

/** Tried too often: says when to try again. */
export class TooManyTries extends Exception {
  static status = 429
  static code = 'E_TOO_MANY_TRIES'
  readonly retryAfter: number
  constructor(
    public retryAt: DateTime,
    now: DateTime
  ) {
    super()
    this.retryAfter = Math.max(1, Math.ceil(retryAt.diff(now).as('seconds')))
  }
}

/** Too many ask the same costly thing at once: in a moment there is room again. */
export class Busy extends Exception {
  static status = 503
  static code = 'E_BUSY'
  readonly retryAfter = 5
}

/** @throws NotFound when there is no row. */
export function orNotFound<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotFound()
  return row
}
