import { parseFrenchDate, parisInstant, addDays, dateInputMessage, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import type { Column } from '#back_office/registers/column'
import type { SecuredRegister } from '#back_office/registers/register'

export type Condition = { sql: string; bindings: (string | boolean)[] }
export type FilterRefusal = { type: 'closed' } | { type: 'unreadable'; message: string }

const FROM = '_du'
const TO = '_au'

/** What the screen may filter by: a day is asked as two texts, from and to, since AdminJS's picker speaks English. */
export function filterNames(register: SecuredRegister): { name: string; label: string; column: Column }[] {
  return register.policy.filters.flatMap((name) => {
    const column = register.columns[name]!
    if (column.kind !== 'day' && column.kind !== 'instant') return [{ name, label: column.label, column }]
    return [
      { name: `${name}${FROM}`, label: `${column.label}, à partir du (jj/mm/aaaa)`, column },
      { name: `${name}${TO}`, label: `${column.label}, jusqu'au (jj/mm/aaaa)`, column },
    ]
  })
}

/** The condition of one filter; closed for whatever the policy does not list, so that no answer tells of a hidden column. */
export function conditionOf(register: SecuredRegister, name: string, value: string): Result<Condition, FilterRefusal> {
  const filter = filterNames(register).find((known) => known.name === name)
  if (!filter) return refuse({ type: 'closed' })
  const { sql, kind, choices } = filter.column
  switch (kind) {
    case 'text':
      // fold() leaves letters, digits, "@" and ".": no wildcard can be slipped in.
      return ok({ sql: `fold(${sql}) like '%' || trim(fold(?)) || '%'`, bindings: [value] })
    case 'choice':
      return Object.hasOwn(choices!, value) ? ok({ sql: `${sql} = ?`, bindings: [value] }) : refuse({ type: 'closed' })
    case 'flag':
      return ok({ sql: `${sql} = ?`, bindings: [value === 'true'] })
    default:
      return dayCondition(filter.column, name.endsWith(FROM), value)
  }
}

function dayCondition({ sql, kind }: Column, isFrom: boolean, value: string): Result<Condition, FilterRefusal> {
  const parsed = parseFrenchDate(value)
  if (!parsed.ok) return refuse({ type: 'unreadable', message: dateInputMessage(parsed.error) })
  if (kind === 'day') return ok({ sql: `${sql} ${isFrom ? '>=' : '<='} ?`, bindings: [parsed.value] })
  const bound = (dayOfBound: Day) => parisInstant(dayOfBound, '00:00').toISO()!
  return isFrom
    ? ok({ sql: `${sql} >= ?`, bindings: [bound(parsed.value)] })
    : ok({ sql: `${sql} < ?`, bindings: [bound(addDays(parsed.value, 1))] })
}
