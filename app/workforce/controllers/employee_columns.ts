import { day, type ExportColumn } from '#core/export/table'
import { formatTime, parisDay } from '#shared/dates'
import type { EmployeeRow } from '#workforce/queries/search_employees'
import { categoryLabel } from '#workforce/rules/categories'

const COLUMNS: ExportColumn<EmployeeRow>[] = [
  { label: 'Nom', cell: ({ familyName }) => familyName },
  { label: 'Prénom', cell: ({ firstName }) => firstName },
  { label: 'Poste', cell: ({ jobTitle }) => jobTitle, width: 32 },
  { label: 'Site', cell: ({ site }) => site },
  { label: 'Suivi', cell: ({ category }) => `${categoryLabel(category)} (${category})` },
  { label: 'À voir avant le', cell: ({ untilOn }) => day(untilOn), width: 16 },
  { label: 'Sortie le', cell: ({ leftOn }) => day(leftOn), width: 16 },
]

const VISITS: ExportColumn<EmployeeRow>[] = [
  { label: 'Rendez-vous le', cell: ({ startsAt }) => day(startsAt && parisDay(startsAt)), width: 16 },
  { label: 'Heure', cell: ({ startsAt }) => startsAt && formatTime(startsAt), width: 10 },
]

/** What the page of the list shows to the same person, no more. */
export function employeeColumns({ withVisits }: { withVisits: boolean }): ExportColumn<EmployeeRow>[] {
  return withVisits ? [...COLUMNS, ...VISITS] : COLUMNS
}
