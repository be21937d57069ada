import type { Day } from '#shared/days'
import type { Need } from '#workforce/rules/needs'

/** Who an employee is and how to reach them, as the employer says it. */
export type Identity = {
  siteId: string | null
  familyName: string
  firstName: string
  birthDate: Day
  email: string | null
  phone: string | null
  payrollId: string | null
  needs: Need[]
  interpreterLanguage: string | null
}
