import type { Day } from '#shared/days'
import type { DepartureRefusal } from '#workforce/rules/departure_day'
import type { HireRefusal } from '#workforce/rules/hire_days'
import type { PostRefusal } from '#workforce/rules/post_start'
import type { StoppageRefusal } from '#workforce/rules/stoppage_days'

/** What is odd in a line. `column` is its name in the file; `written` what is there, never of a NIR. */
export type Anomaly = { column: string; problem: Problem; written?: string }

export type Problem =
  | { type: 'date'; sentence: string }
  | { type: 'too_long'; max: number }
  | { type: 'unreadable_name' }
  | { type: 'control_characters' }
  | { type: 'lost_letter' }
  | { type: 'email' }
  | { type: 'phone' }
  | { type: 'national_id_key' }
  | { type: 'national_id' }
  | { type: 'unknown_word'; known: string }
  | { type: 'unknown_code' }
  | { type: 'not_an_employment' }
  | { type: 'before'; other: string }
  | { type: 'half_stoppage' }
  | { type: 'stoppage_refused'; refusal: StoppageRefusal }
  | { type: 'departure_refused'; refusal: DepartureRefusal }
  | { type: 'post_refused'; refusal: PostRefusal }
  | { type: 'hire_refused'; refusal: HireRefusal | { type: 'leaves_later'; leftOn: Day } }
  | { type: 'unknown_site' }
  | { type: 'needs_identity' }
  | { type: 'needs_for_entry' }
  | { type: 'gone_and_unknown' }
  | { type: 'several_people' }
  | { type: 'no_value' }
  | { type: 'convoked_visit'; day: Day }
