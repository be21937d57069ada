/** A column that a register knows: its heading, the expression that reads it, and how it is shown and filtered. */
export type Column = {
  label: string
  sql: string
  kind: 'text' | 'day' | 'instant' | 'choice' | 'flag'
  /** The words of a choice, by stored value. */
  choices?: Readonly<Record<string, string>>
}

export const text = (label: string, sql: string): Column => ({ label, sql, kind: 'text' })
/** A calendar day (`date`). */
export const day = (label: string, sql: string): Column => ({ label, sql, kind: 'day' })
/** A moment (`timestamptz`), shown in Paris and filtered by day. */
export const instant = (label: string, sql: string): Column => ({ label, sql, kind: 'instant' })
/** One of a closed list, stored in English. */
export const choice = (label: string, sql: string, choices: Readonly<Record<string, string>>): Column => ({
  label,
  sql,
  kind: 'choice',
  choices,
})
export const flag = (label: string, sql: string): Column => ({ label, sql, kind: 'flag' })
