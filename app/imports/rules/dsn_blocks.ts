/** What is read of a DSN (DOMAIN 10). A rubric that is not here is dropped where it is met: pay, bank and the rest. */
export const DSN_BLOCKS = {
  'S21.G00.06': { '001': 'siren', '002': 'nic', '003': 'apen' },
  'S21.G00.11': { '001': 'nic' },
  'S21.G00.30': {
    '001': 'nationalId',
    '002': 'familyName',
    '003': 'usedName',
    '004': 'firstNames',
    '005': 'sex',
    '006': 'birthDate',
    '018': 'email',
    '019': 'payrollId',
  },
  'S21.G00.40': { '001': 'start', '002': 'status', '004': 'pcs', '006': 'jobLabel', '007': 'nature', '009': 'number', '010': 'plannedEnd' },
  'S21.G00.60': { '001': 'reason', '002': 'lastDayWorked', '003': 'plannedEnd', '010': 'return', '012': 'accidentDate' },
  'S21.G00.62': { '001': 'end', '002': 'reason' },
} as const

export type DsnBlock = keyof typeof DSN_BLOCKS

/** Where in a DSN a value stands: `S21.G00.30` and `006`. */
export type Rubric = { line: number; block: DsnBlock; number: string; value: string }

/** The name of a rubric as people who read a DSN know it. */
export const rubricName = (block: DsnBlock, number: string) => `${block}.${number}`

export function isRead(block: string, number: string): block is DsnBlock {
  return block in DSN_BLOCKS && number in DSN_BLOCKS[block as DsnBlock]
}
