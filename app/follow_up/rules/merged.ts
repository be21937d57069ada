import type { Reason } from '#follow_up/rules/answer'
import type { Row } from '#follow_up/rules/law/row'

type Said = { code: string; rules?: readonly Row[]; because: readonly Reason[] }

/** One entry a code, in the order in which the codes come, with the reasons and the rules of all. */
export function merged<S extends Said>(entries: readonly S[]): S[] {
  const codes = [...new Set(entries.map(({ code }) => code))]
  return codes.map((code) => {
    const same = entries.filter((entry) => entry.code === code)
    const rules = [...new Set(same.flatMap((entry) => entry.rules ?? []))]
    return { ...same[0]!, ...('rules' in same[0]! ? { rules } : {}), because: unique(same.flatMap(({ because }) => because)) }
  })
}

function unique(reasons: Reason[]): Reason[] {
  return reasons.filter(({ text }, index) => reasons.findIndex((other) => other.text === text) === index)
}
