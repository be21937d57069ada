import { nirKey } from '#workforce/rules/nir'

export type DsnStoppage = { reason: string; lastDayWorked: string; plannedEnd: string; back?: string }

/** A person of a DSN; days are `YYYY-MM-DD`. */
export type DsnFigure = {
  familyName: string
  usedName?: string
  firstName: string
  birthDate: string
  nationalId?: string
  email?: string
  payrollId?: string
  start: string
  job: string
  pcs?: string
  nature?: string
  plannedEnd?: string
  end?: { on: string; reason: string }
  stoppages?: DsnStoppage[]
}

export type DsnFirm = { siret: string; people: DsnFigure[] }

const compact = (day: string) => day.split('-').toReversed().join('')

/** The lines of a DSN: the firms with their people, among the pay and bank data that a real one holds and that nobody may keep. */
export function dsnLines(firms: DsnFirm[]): string[] {
  const rubric = (address: string, value: string | undefined) => (value === undefined ? [] : [`${address},'${value}'`])
  const body = firms.flatMap(({ siret, people }) => [
    ...rubric('S20.G00.05.001', '01'),
    ...rubric('S21.G00.06.001', siret.slice(0, 9)),
    ...rubric('S21.G00.06.002', siret.slice(9)),
    ...rubric('S21.G00.06.003', '4332A'),
    ...rubric('S21.G00.11.001', siret.slice(9)),
    ...rubric('S21.G00.11.002', '4332A'),
    ...people.flatMap((one) => [
      ...rubric('S21.G00.30.001', one.nationalId),
      ...rubric('S21.G00.30.002', one.familyName),
      ...rubric('S21.G00.30.003', one.usedName),
      ...rubric('S21.G00.30.004', one.firstName),
      ...rubric('S21.G00.30.005', '01'),
      ...rubric('S21.G00.30.006', compact(one.birthDate)),
      ...rubric('S21.G00.30.008', '12 rue des Charrons'),
      ...rubric('S21.G00.30.018', one.email),
      ...rubric('S21.G00.30.019', one.payrollId),
      ...rubric('S21.G00.40.001', compact(one.start)),
      ...rubric('S21.G00.40.002', '01'),
      ...rubric('S21.G00.40.003', '01'),
      ...rubric('S21.G00.40.004', one.pcs),
      ...rubric('S21.G00.40.006', one.job),
      ...rubric('S21.G00.40.007', one.nature ?? '01'),
      ...rubric('S21.G00.40.009', '00001'),
      ...rubric('S21.G00.40.010', one.plannedEnd && compact(one.plannedEnd)),
      ...(one.stoppages ?? []).flatMap(({ reason, lastDayWorked, plannedEnd, back }) => [
        ...rubric('S21.G00.60.001', reason),
        ...rubric('S21.G00.60.002', compact(lastDayWorked)),
        ...rubric('S21.G00.60.003', compact(plannedEnd)),
        ...rubric('S21.G00.60.010', back && compact(back)),
      ]),
      ...(one.end ? [...rubric('S21.G00.62.001', compact(one.end.on)), ...rubric('S21.G00.62.002', one.end.reason)] : []),
      ...rubric('S21.G00.50.002', '2345.67'),
      ...rubric('S21.G00.50.004', '1830.12'),
      ...rubric('S21.G00.51.013', '2345.67'),
      ...rubric('S21.G00.70.004', 'FR7630001007941234567890185'),
    ]),
  ])
  const opening = [...rubric('S10.G00.00.001', 'Paie fictive'), ...rubric('S10.G00.00.006', 'P26V01')]
  return [...opening, ...body, `S90.G00.90.001,'${opening.length + body.length + 2}'`, `S90.G00.90.002,'1'`]
}

/** The file as payrolls write it: ISO-8859-1. */
export const dsnFile = (firms: DsnFirm[]) => Buffer.from(`${dsnLines(firms).join('\r\n')}\r\n`, 'latin1')

/** A NIR that nobody has, under its key: the department 99 and a town that does not exist. */
export function fictitiousNationalId(rank: number, birthDate: string): string {
  const number = `1${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}99${String(rank % 100_000).padStart(6, '0')}`
  return number + nirKey(number)
}
