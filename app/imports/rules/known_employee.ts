import type { Day } from '#shared/days'
import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { Risk } from '#workforce/rules/risks'
import type { Convoked } from '#workforce/rules/touched_visits'
import type { StoppageOrigin } from '#workforce/rules/stoppage_origins'

export type KnownPost = {
  fromOn: Day
  jobTitle: string
  pcsCode: string | null
  risks: Risk[]
  night: boolean
  listedReason: string | null
}

export type KnownStoppage = {
  id: string
  origin: StoppageOrigin
  firstDay: Day
  lastDay: Day
  prescribedOn: Day | null
  returnOn: Day | null
  returnVisitAsked: boolean
}

/** Somebody whom the member's workforce holds, present or gone, as far as a file can speak of it. */
export type KnownEmployee = {
  id: string
  familyName: string
  firstName: string
  birthDate: Day
  email: string | null
  phone: string | null
  payrollId: string | null
  siteId: string | null
  jobTitle: string
  hiredOn: Day
  leftOn: Day | null
  departureReason: DepartureReason | null
  contractNature: ContractNature
  contractEndOn: Day | null
  post: KnownPost | null
  stoppages: KnownStoppage[]
  /** The visits that they are called to, to come. */
  convoked: Convoked[]
}
