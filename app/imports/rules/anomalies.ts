import type { Field } from '#imports/rules/fields'

/** What is odd in a line. `column` is its name in the file; `written` what is there, never of a NIR. */
export type Anomaly = { column: string; problem: Problem; written?: string }

export type Problem =
  | { type: 'date'; sentence: string }
  | { type: 'missing' }
  | { type: 'too_long'; max: number }
  | { type: 'unreadable_name' }
  | { type: 'control_characters' }
  | { type: 'email' }
  | { type: 'phone' }
  | { type: 'national_id_key' }
  | { type: 'national_id' }
  | { type: 'unknown_word'; known: string }
  | { type: 'unknown_code' }
  | { type: 'not_an_employment' }
  | { type: 'before'; other: string }
  | { type: 'half_stoppage' }
  | { type: 'overlapping_stoppage' }
  | { type: 'unknown_site' }
  | { type: 'needs_for_entry'; fields: Field[] }
  | { type: 'gone_and_unknown' }
  | { type: 'payroll_id_of'; name: string }
  | { type: 'several_people' }
  | { type: 'too_young' }
  | { type: 'no_value' }
