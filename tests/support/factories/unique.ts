import { randomUUID } from 'node:crypto'
import { fictitiousSiren } from '#database/demo/company_numbers'
import { owner } from '#tests/support/factories/rows'

let firstNumber: Promise<number> | undefined
let given = 0

// Tests share a database that is never emptied: numbers go on from the highest that it holds.
async function highestNumber() {
  const row = await owner().from('members').max('member_number as highest').first()
  return Number(row?.highest ?? 1_000_000)
}

export async function nextMemberNumber() {
  firstNumber ??= highestNumber()
  const highest = await firstNumber
  given += 1
  const next = highest + given
  return { number: String(next).padStart(7, '0'), siren: fictitiousSiren(next) }
}

export const uniqueEmail = (who: string) => `${who}.${randomUUID().slice(0, 13)}@essai.example`
