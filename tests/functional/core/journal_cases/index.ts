import { ACCESS_CASES } from '#tests/functional/core/journal_cases/accesses'
import { ACCOUNT_CASES } from '#tests/functional/core/journal_cases/account'
import { CALENDAR_CASES } from '#tests/functional/core/journal_cases/calendar'
import { COMPANY_CASES } from '#tests/functional/core/journal_cases/company'
import { FOLLOW_UP_CASES } from '#tests/functional/core/journal_cases/follow_up'
import { KEY_CASES } from '#tests/functional/core/journal_cases/keys'
import { PAGE_CASES } from '#tests/functional/core/journal_cases/pages'
import { SIGN_IN_CASES } from '#tests/functional/core/journal_cases/sign_in'
import { TEAM_CASES } from '#tests/functional/core/journal_cases/team'
import { VISIT_CASES } from '#tests/functional/core/journal_cases/visits'
import { WORKFORCE_CASES } from '#tests/functional/core/journal_cases/workforce'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

/** How each event of the journal comes about. */
export const JOURNAL_CASES: Record<string, JournalCase> = {
  ...ACCESS_CASES,
  ...ACCOUNT_CASES,
  ...CALENDAR_CASES,
  ...COMPANY_CASES,
  ...FOLLOW_UP_CASES,
  ...KEY_CASES,
  ...PAGE_CASES,
  ...SIGN_IN_CASES,
  ...TEAM_CASES,
  ...VISIT_CASES,
  ...WORKFORCE_CASES,
}
