import type { Day } from '#shared/days'
import type { Anomaly } from '#imports/rules/anomalies'

export const CONTRACT_NATURES = ['permanent', 'fixed_term', 'apprenticeship', 'temporary_agency', 'seasonal'] as const
export const DEPARTURE_REASONS = ['retirement', 'end_of_contract', 'resignation', 'dismissal', 'other'] as const
export const STOPPAGE_ORIGINS = ['illness', 'non_work_accident', 'work_accident', 'commuting_accident', 'occupational_disease', 'maternity', 'paternity'] as const

export type ContractNature = (typeof CONTRACT_NATURES)[number]
export type DepartureReason = (typeof DEPARTURE_REASONS)[number]
export type StoppageOrigin = (typeof STOPPAGE_ORIGINS)[number]

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
