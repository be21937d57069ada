import { parse, CsvError } from 'csv-parse'
import { breathe, LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'
import type { Row } from '#imports/rules/read_row'

const SEPARATORS = [';', '\t', ','] as const
const PIECE = 65_536

/** The lines of a CSV, whatever separates its columns; a quoted cell may hold line ends. */
export async function* csvRows(text: string): AsyncGenerator<Row> {
  // One kind of line end, so that a line is counted once.
  const { body, skipped, delimiter } = opening(text.replace(/\r\n?/g, '\n'))
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    max_record_size: LIMITS.lineChars,
  })
  void feed(parser, body)
  let before = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // A quoted cell of several lines ends further down: the line told is where it begins.
      const inside = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      before = info.lines
      yield { line: skipped + info.lines - inside, cells: record }
    }
  } catch (error) {
    throw unusable(error, skipped + before + 1)
  }
}

// `sep=;` on its first line is how Excel is told; otherwise the sign that the header has most of.
function opening(text: string) {
  const told = /^"?sep=([;,\t])"?\n/i.exec(text)
  if (told) return { body: text.slice(told[0].length), skipped: 1, delimiter: told[1]! }
  const first = /\S.*/.exec(text)?.[0].slice(0, LIMITS.lineChars) ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((separator) => ({ separator, count: bare.split(separator).length - 1 }))
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one))
  if (best.count === 0) throw new Unusable(first === '' ? { type: 'empty' } : { type: 'no_separator' })
  return { body: text, skipped: 0, delimiter: best.separator }
}

async function feed(parser: ReturnType<typeof parse>, text: string) {
  const closed = new Promise<void>((resolve) => parser.once('close', () => resolve()))
  for (let from = 0; from < text.length && !parser.destroyed; from += PIECE) {
    const goesOn = parser.write(text.slice(from, from + PIECE))
    if (goesOn) await breathe()
    else await Promise.race([new Promise<void>((resolve) => parser.once('drain', () => resolve())), closed])
  }
  if (!parser.destroyed) parser.end()
}

function unusable(error: unknown, line: number) {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new Unusable({ type: 'line_too_long', line })
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Unusable({ type: 'quote_not_closed', line })
  return new Unusable({ type: 'damaged', line })
}
