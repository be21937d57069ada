import type { Day } from '#shared/days'
import type { Anomaly } from '#imports/rules/anomalies'

export const SECTIONS = ['entry', 'departure', 'change', 'anomaly', 'duplicate'] as const
export type Section = (typeof SECTIONS)[number]

export type Act = 'hire' | 'rehire' | 'depart' | 'change_identity' | 'change_contract' | 'change_post' | 'record_stoppage' | 'correct_stoppage'

/** A value that changes, as it is kept. */
export type FieldChange = { field: ChangedField; before: string | null; after: string | null }

export type ChangedField =
  | 'familyName'
  | 'firstName'
  | 'birthDate'
  | 'email'
  | 'phone'
  | 'payrollId'
  | 'site'
  | 'hiredOn'
  | 'contractNature'
  | 'contractEndOn'
  | 'leftOn'
  | 'departureReason'
  | 'jobTitle'
  | 'pcsCode'
  | 'jobFrom'
  | 'stoppageOrigin'
  | 'stoppageFrom'
  | 'stoppageTo'
  | 'stoppageReturn'

export type Details =
  | { type: 'act'; act: Act; changes: FieldChange[] }
  | ({ type: 'anomaly' } & Anomaly)
  | { type: 'same_line'; line: number }
  | { type: 'alike'; name: string; birthDate: Day; jobTitle: string; leftOn: Day | null }

/** One thing that a line would do, or that is odd in it. `accepted`: null for what nobody can accept. */
export type Item = { section: Section; key: string; details: Details; accepted: boolean | null }
