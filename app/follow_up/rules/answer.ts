import type { Day } from '#shared/days'
import type { Kind } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

export type Category = 'SI' | 'SIA' | 'SIR'

/** A sentence of the chain that leads to a date. `secret`: it tells what the employer must not know (DOMAIN 7). */
export type Reason = { text: string; secret?: true }

export type DueVisit = {
  kind: Kind
  by: 'doctor' | 'any'
  from: Day | null
  until: Day | null
  beforePost: boolean
  rules: readonly Row[]
  because: readonly Reason[]
}

export type DutyCode =
  | 'inform_doctor_of_stoppage'
  | 'tell_employee_of_pre_return'
  | 'tell_employee_of_liaison_meeting'
  | 'request_return_visit'
  | 'inform_service_of_departure'
  | 'refer_without_delay'

/** What the employer does that is no visit. */
export type Duty = { code: DutyCode; rules: readonly Row[]; because: readonly Reason[] }

export type WarningCode = 'doctor_date_after_ceiling' | 'human_review' | 'post_started_without_visit'

export type Warning = { code: WarningCode; because: readonly Reason[] }

/** What the law says of one employee: `used` are the rows of its table that decided. */
export type Answer = {
  category: Category
  due: DueVisit[]
  duties: Duty[]
  warnings: Warning[]
  used: ReadonlySet<Row>
}

/** What one subject of the law adds to the answer. */
export type Findings = { due?: DueVisit[]; duties?: Duty[]; warnings?: Warning[] }
