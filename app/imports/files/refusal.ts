/** Why a file cannot be read at all. `line` is where, when there is a where. */
export type FileRefusal =
  | { type: 'no_file' }
  | { type: 'empty' }
  | { type: 'too_large'; maxBytes: number }
  | { type: 'wrong_kind' }
  | { type: 'not_what_it_says'; extension: string }
  | { type: 'old_or_locked' }
  | { type: 'truncated'; format: 'xlsx' | 'dsn' }
  | { type: 'bomb' }
  | { type: 'damaged'; line?: number }
  | { type: 'no_sheet' }
  | { type: 'no_separator' }
  | { type: 'header_only' }
  | { type: 'line_too_long'; line: number }
  | { type: 'quote_not_closed'; line: number }
  | { type: 'too_many_lines'; max: number }
  | { type: 'nobody' }

/** Stops the reading of a file. */
export class Unusable extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.type)
  }
}
