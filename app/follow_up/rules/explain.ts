import { refuse, ok, type Result } from '#shared/result'
import { decide } from '#follow_up/rules/decide'
import type { Facts } from '#follow_up/rules/facts'
import { readFacts } from '#follow_up/rules/reading/read_facts'
import { itemOf, keyOf, sentenceOf, type Problem } from '#follow_up/rules/reading/problems'
import { written, type Written } from '#follow_up/rules/written'

type Explained = Written | Written[]
type Refusal = { type: 'unreadable'; problems: string[] }

/**
 * Explains a text of facts: one employee gives an answer, `{"cases":[…]}` as many in the same order. One bad case fails
 * the whole, each problem with its path.
 */
export function explain(text: string): Result<Explained, Refusal> {
  const problems: Problem[] = []
  const read = readText(text, problems)
  if (problems.length > 0 || read === undefined) return refuse({ type: 'unreadable', problems: problems.map(sentenceOf) })
  const answer = (facts: Facts) => written(decide(facts), facts.today)
  return ok(Array.isArray(read) ? read.map(answer) : answer(read))
}

function readText(text: string, problems: Problem[]): Facts | Facts[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    problems.push({ path: '', message: 'JSON illisible' })
    return undefined
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'cases')) return readFacts(value, '', problems)
  const { cases, ...others } = value as Record<string, unknown>
  for (const key of Object.keys(others)) problems.push({ path: keyOf('', key), message: 'clé inconnue' })
  if (Array.isArray(cases)) return cases.flatMap((one, index) => readFacts(one, itemOf('cases', index), problems) ?? [])
  problems.push({ path: 'cases', message: 'liste attendue' })
  return undefined
}
