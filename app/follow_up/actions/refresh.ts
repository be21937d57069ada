import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { writeCategories, writeDues, writeFollowUps, type Found } from '#follow_up/actions/write_findings'
import { listFollowUpFacts } from '#follow_up/queries/list_follow_up_facts'
import { decide } from '#follow_up/rules/decide'
import { forTheEmployer } from '#follow_up/rules/for_the_employer'

const AT_ONCE = 500

/** Asks the law again what is due to these employees, after a fact of theirs changed, and writes its answer: dates, duties, category. */
export async function refresh(trx: Trx, employeeIds: readonly string[], today: Day): Promise<void> {
  // In one order, so that two refreshes at once wait for each other and never cross.
  const ids = [...new Set(employeeIds)].toSorted()
  for (let first = 0; first < ids.length; first += AT_ONCE) await refreshSome(trx, ids.slice(first, first + AT_ONCE), today)
}

async function refreshSome(trx: Trx, ids: string[], today: Day) {
  const known = await listFollowUpFacts(trx, ids, today)
  const found: Found[] = known.map(({ facts, ...employee }) => ({ ...employee, ...forTheEmployer(decide(facts)) }))
  found.sort((one, other) => (one.employeeId < other.employeeId ? -1 : 1))
  await writeCategories(trx, found)
  await writeDues(trx, found)
  await writeFollowUps(trx, found, today)
}
