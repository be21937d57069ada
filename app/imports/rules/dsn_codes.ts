import type { ContractNature, DepartureReason } from '#workforce/rules/contracts'
import type { StoppageOrigin } from '#workforce/rules/stoppage_origins'

/** S21.G00.40.007. An office of a company or a traineeship (null) makes nobody an employee. */
export const NATURES: Record<string, ContractNature | null> = {
  '01': 'permanent',
  '02': 'fixed_term',
  '03': 'temporary_agency',
  '07': 'permanent',
  '08': 'temporary_agency',
  '09': 'permanent',
  '10': 'fixed_term',
  '20': 'permanent',
  '21': 'fixed_term',
  '29': null,
  '32': 'permanent',
  '50': 'permanent',
  '51': 'fixed_term',
  '52': 'permanent',
  '53': 'fixed_term',
  '60': 'fixed_term',
  '70': null,
  '80': null,
  '81': null,
  '82': 'fixed_term',
  '89': null,
}

/** S21.G00.62.002. '099' takes back an end that was told. */
export const END_CANCELLED = '099'
const REASONS: Record<string, DepartureReason> = {
  '011': 'dismissal',
  '012': 'dismissal',
  '014': 'dismissal',
  '015': 'dismissal',
  '020': 'dismissal',
  '025': 'dismissal',
  '026': 'dismissal',
  '031': 'end_of_contract',
  '032': 'end_of_contract',
  '038': 'retirement',
  '039': 'retirement',
  '059': 'resignation',
}
export const departureReason = (code: string | undefined): DepartureReason => REASONS[code ?? ''] ?? 'other'

/** S21.G00.60.001 (DOMAIN 10). */
export const ORIGINS: Record<string, StoppageOrigin> = {
  '01': 'illness',
  '02': 'maternity',
  '03': 'paternity',
  '04': 'commuting_accident',
  '05': 'occupational_disease',
  '06': 'work_accident',
}
/** A stoppage that was told by mistake. */
export const STOPPAGE_CANCELLED = '99'
