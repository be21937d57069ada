import type { Trx } from '#core/tenants'
import { DateTime } from 'luxon'

type Row = Record<string, unknown>

// In the order in which one may refer to another.
const TABLES = [
  'centres', 'practitioners', 'openings', 'members', 'contacts', 'sites', 'users', 'accesses', 'invitations', 'staff_users', 'employees', 'posts', 'situations', 'slots',
  'visit_requests', 'visits', 'acknowledgements', 'cancellations', 'substitutions', 'employee_answers', 'notifications', 'deliveries', 'journal_entries',
] as const

export type Table = (typeof TABLES)[number]

const AT_ONCE = 500

/** Rows that wait to be written, a few hundred at a time: the seed takes a second instead of a minute. */
export class Rows {
  #rows = new Map<Table, Row[]>()
  #ids: string[]

  private constructor(ids: string[]) {
    this.#ids = ids
  }

  /** Ids come from PostgreSQL, as everywhere. */
  static async open(trx: Trx, count = 40_000) {
    const { rows } = await trx.rawQuery('select uuidv7() as id from generate_series(1, ?)', [count])
    return new Rows(rows.map(({ id }: { id: string }) => id).toReversed())
  }

  add<R extends Row>(table: Table, row: R): R & { id: string } {
    const complete = { id: this.newId(), ...row }
    const rows = this.#rows.get(table) ?? []
    this.#rows.set(table, rows)
    rows.push(complete)
    return complete
  }

  newId() {
    const id = this.#ids.pop()
    if (!id) throw new RangeError('The seed needs more ids')
    return id
  }

  async write(trx: Trx) {
    for (const table of TABLES) {
      const rows = (this.#rows.get(table) ?? []).map(stored)
      for (let first = 0; first < rows.length; first += AT_ONCE) {
        await trx.insertQuery().table(table).multiInsert(rows.slice(first, first + AT_ONCE))
      }
    }
    // The journal of the demo is written after the fact, as an application cannot: it is sealed from its beginning on.
    if (this.#rows.has('journal_entries')) await trx.rawQuery("update journal_sealing set complete_at = '-infinity'")
    this.#rows.clear()
  }
}

const stored = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, DateTime.isDateTime(value) ? value.toISO() : value]))
