import type { Day } from '#shared/days'
import type { Category, Reason } from '#follow_up/rules/answer'
import { runsOn, type Case } from '#follow_up/rules/case'
import { ADAPTED, type Ground } from '#follow_up/rules/law/adapted'
import { inForce } from '#follow_up/rules/law/row'
import type { Trigger } from '#follow_up/rules/law/triggers'
import { listedOn } from '#follow_up/rules/posts_at_risk'
import { inWords, saidInSecret } from '#follow_up/rules/words'

/** The category as on the day of the follow-up, and what makes it: reinforced over adapted over simple (R4624-17, R4624-23). */
export type Standing = { category: Category; triggers: Trigger[]; because: Reason[] }

export function standingOf(c: Case): Standing {
  return standingOn(c, c.current === null && hasEnded(c) ? onLastDay(c, c.contract.end!) : c)
}

const hasEnded = ({ contract: { end }, day }: Case) => end !== null && end < day

// Somebody who left is what their last post made of them.
function onLastDay({ posts }: Case, end: Day) {
  return { day: end, current: posts.find((post) => runsOn(post, end)) ?? null }
}

function standingOn(all: Case, { day, current }: Pick<Case, 'day' | 'current'>): Standing {
  const c = { ...all, day, current }
  const triggers = c.current ? listedOn(c, c.current, c.day).map(c.use) : []
  if (triggers.length > 0) return { category: 'SIR', triggers, because: [] }

  const because = adaptedBecause(c)
  return { category: because.length > 0 ? 'SIA' : 'SI', triggers, because }
}

function adaptedBecause(c: Case): Reason[] {
  const situations = c.situations.filter((situation) => runsOn(situation, c.day))
  const grounds = inForce(ADAPTED, c.day)
  const ofSituation = situations.flatMap(({ code, from }) => {
    const row = grounds.find(({ ground }) => ground === code)
    return row ? [adapting(c, row, `Suivi adapté : ${row.words}, depuis le ${inWords(from)}`)] : []
  })
  const night = c.current?.night ? grounds.find((row) => row.ground === 'night') : undefined
  const ofPost = night && c.current ? [adapting(c, night, `Suivi adapté : ${night.words}, depuis le ${inWords(c.current.from)}`)] : []
  const masked = situations.some(({ code }) => code === 'undisclosed') ? [saidInSecret('Suivi adapté')] : []
  return [...ofSituation, ...ofPost, ...masked]
}

function adapting(c: Case, row: Ground, text: string): Reason {
  c.use(row)
  return saidInSecret(text)
}
