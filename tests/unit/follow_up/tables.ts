import { readFileSync, readdirSync } from 'node:fs'
import { readFacts } from '#follow_up/rules/reading/read_facts'
import type { Facts } from '#follow_up/rules/facts'
import type { Written } from '#follow_up/rules/written'

const CASES = new URL('./cases/', import.meta.url)
const ANSWERS = new URL('./answers/', import.meta.url)

type Bare<T> = Omit<T, 'because'>
export type Expected = {
  title: string
  category: Written['category']
  due: Bare<Written['due'][number]>[]
  duties: Bare<Written['duties'][number]>[]
  warnings: string[]
}
export type TableCase = { table: string; facts: Facts; expected: Expected }

/** The tables of cases: facts as the command reads them (`cases/`), the answers beside them in the same order (`answers/`). */
export function tableCases(): TableCase[] {
  return readdirSync(CASES).flatMap((file) => {
    const { cases } = JSON.parse(readFileSync(new URL(file, CASES), 'utf8'))
    const answers: Expected[] = JSON.parse(readFileSync(new URL(file, ANSWERS), 'utf8'))
    if (cases.length !== answers.length) throw new Error(`${file}: ${cases.length} cases, ${answers.length} answers`)
    return answers.map((expected, index) => ({ table: file.replace('.json', ''), facts: factsOf(cases[index], file), expected }))
  })
}

function factsOf(value: unknown, file: string): Facts {
  const problems: { path: string; message: string }[] = []
  const facts = readFacts(value, file, problems)
  if (!facts || problems.length > 0) throw new Error(JSON.stringify(problems))
  return facts
}
