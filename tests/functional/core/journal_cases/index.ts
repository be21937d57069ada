import { COMPANY_CASES } from '#tests/functional/core/journal_cases/companies'
import { PAGE_CASES } from '#tests/functional/core/journal_cases/pages'
import { SIGN_IN_CASES } from '#tests/functional/core/journal_cases/sign_in'
import { VISIT_CASES } from '#tests/functional/core/journal_cases/visits'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

/** How each event of the journal comes about. */
export const JOURNAL_CASES: Record<string, JournalCase> = {
  ...COMPANY_CASES,
  ...PAGE_CASES,
  ...SIGN_IN_CASES,
  ...VISIT_CASES,
}
