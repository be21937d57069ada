import { addDays } from '#shared/days'
import { inWords } from '#follow_up/rules/words'
import type { Facts, Period } from '#follow_up/rules/facts'
import type { Problem } from '#follow_up/rules/reading/problems'

/** What no employee can have: an end before its beginning, no post or two at once, a visit or prescription still to come. */
export function problemsOfOrder(facts: Facts): Problem[] {
  const { today, birthDate, contract, posts, situations, stoppages, visits } = facts
  return [
    ...(before(birthDate, today) ? [] : [{ path: 'birth_date', message: `après le ${inWords(today)}` }]),
    ...ends('contract.end', { from: contract.start, to: contract.end }),
    ...(posts.length === 0 ? [{ path: 'posts', message: 'aucun poste' }] : []),
    ...posts.flatMap((post, index) => ends(`posts[${index}].to`, post)),
    ...overlaps(posts),
    ...situations.flatMap((situation, index) => ends(`situations[${index}].to`, situation)),
    ...stoppages.flatMap(({ firstDay, lastDay, prescribedOn, returnOn }, index) => [
      ...ends(`stoppages[${index}].last_day`, { from: firstDay, to: lastDay }),
      ...(before(prescribedOn, today) ? [] : [{ path: `stoppages[${index}].prescribed_on`, message: `après le ${inWords(today)}` }]),
      ...ends(`stoppages[${index}].return_on`, { from: firstDay, to: returnOn }),
    ]),
    ...visits.flatMap(({ heldOn }, index) =>
      before(heldOn, today) ? [] : [{ path: `visits[${index}].held_on`, message: `après le ${inWords(today)}` }]
    ),
  ]
}

const before = (day: string, limit: string) => day <= limit

function ends(path: string, { from, to }: Period): Problem[] {
  return to === null || from <= to ? [] : [{ path, message: `avant le ${inWords(from)}` }]
}

// Told where the later of the two is written.
function overlaps(posts: Facts['posts']): Problem[] {
  return posts.flatMap((post, index) => {
    const other = posts.findIndex((earlier, place) => place < index && crosses(post, earlier))
    return other === -1 ? [] : [{ path: `posts[${index}]`, message: `chevauche posts[${other}]` }]
  })
}

function crosses(one: Period, other: Period): boolean {
  const startsBeforeEnd = (a: Period, b: Period) => b.to === null || a.from < addDays(b.to, 1)
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}
