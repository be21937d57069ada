import type { Day } from '#shared/days'
import type { Anomaly } from '#imports/rules/anomalies'
import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { StoppageOrigin } from '#workforce/rules/stoppage_origins'

/** A stoppage as a file tells it; days are included. `returnOn`: the person is back, or will be. */
export type StoppageFacts = { origin: StoppageOrigin; firstDay: Day; lastDay: Day; returnOn?: Day }

/** What a file tells of one person. What it does not say is not there, and changes nothing. */
export type PersonFacts = {
  familyName?: string
  usedName?: string
  firstName?: string
  birthDate?: Day
  payrollId?: string
  email?: string
  phone?: string
  site?: string
  jobTitle?: string
  pcsCode?: string
  jobFrom?: Day
  contractNature?: ContractNature
  hiredOn?: Day
  contractEndOn?: Day
  leftOn?: Day
  departureReason?: DepartureReason
  stoppages?: StoppageFacts[]
}

/** One person of a file. `line`: where it begins in the file; `nationalId` travels apart, to be sealed. */
export type StagedPerson = { line: number; siret: string | null; facts: PersonFacts; nationalId: string | null; anomalies: Anomaly[] }

/** The name that people use, with the first name before it. */
export function personName({ firstName, usedName, familyName }: PersonFacts): string {
  return [firstName, usedName ?? familyName].filter(Boolean).join(' ')
}
