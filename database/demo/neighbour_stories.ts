import { daysBetween, type Day } from '#shared/dates'
import type { Story } from '#database/demo/cast'
import type { CompanyFacts } from '#database/demo/companies'
import type { Draw } from '#database/demo/draw'
import type { Due } from '#database/demo/history'
import type { Person } from '#database/demo/person'

type Around = { company: CompanyFacts; today: Day; draw: Draw }

const NOTES = ['De préférence le matin', 'Absent le vendredi', "En équipe d'après-midi cette semaine", 'Horaires de bureau']
const DEMANDS = [
  'Le poste change avec la nouvelle machine.',
  'Il passe en horaires décalés le mois prochain.',
  'Le port de charges augmente sur ce chantier.',
  'Le bureau est aménagé autrement, avec deux écrans.',
]
const REASONS = ['Salarié en congé', 'Contrainte de chantier', 'Salarié en formation']

/** What happens now around somebody's next visit, if anything: the nearer it is due, the likelier. */
export function storyFor({ history, category }: Person, { on, what }: Due, { company, today, draw }: Around): Story | undefined {
  const inDays = daysBetween(today, on)
  const here = daysBetween(history.hiredOn, today)
  const called = (least: number) => {
    const calledDaysAgo = draw.between(least, 19)
    return category === 'SIR' && what === 'first' ? calledDaysAgo : Math.max(1, Math.min(calledDaysAgo, here))
  }
  const convoked = (soonest: number, latest: number): Story => {
    const wasAsked = company.usesPortal && draw.happens(0.25) && here > 30
    const day = soonest === 1 && draw.happens(0.04) ? ('within_48_hours' as const) : draw.between(soonest, Math.max(soonest, latest))
    return { type: 'convoked', inDays: day, calledDaysAgo: called(2), acknowledged: company.usesPortal && draw.happens(0.6), asked: wasAsked ? 'follow_up' : undefined, answered: answerOf(draw) }
  }
  const asked = (): Story | undefined => {
    if (!company.usesPortal) return undefined
    const daysAgo = draw.between(0, 7)
    const note = draw.happens(0.3) ? draw.pick(NOTES) : undefined
    return { type: 'asked', kind: 'follow_up', daysAgo, taken: daysAgo > 2 ? draw.happens(0.85) : draw.happens(0.3), note }
  }
  const happens = draw.between(1, 1000)

  if (inDays < 0) return happens < 450 ? convoked(1, 20) : happens < 550 ? asked() : undefined
  // Some of those who are due are seen today.
  if (inDays <= 3 ? happens < 700 : inDays < 120 && happens > 940) {
    return { type: 'today', calledDaysAgo: called(12), acknowledged: company.usesPortal && draw.happens(0.7) }
  }
  if (inDays <= 3) return convoked(1, 3)
  if (inDays <= 30) return happens < 650 ? convoked(1, inDays) : happens < 750 ? asked() : happens < 800 ? over(draw, company) : undefined
  if (inDays <= 80) return happens < 480 ? convoked(3, Math.min(inDays, 45)) : happens < 530 ? asked() : happens < 570 ? over(draw, company) : undefined
  return rare(happens, { company, draw, here })
}

const answerOf = (draw: Draw) => (draw.happens(0.35) ? 'coming' : draw.happens(0.05) ? 'not_coming' : undefined)

function over(draw: Draw, { usesPortal }: CompanyFacts): Story {
  const daysAgo = draw.between(1, 12)
  const asked = usesPortal && draw.happens(0.5) ? ('follow_up' as const) : undefined
  if (usesPortal && draw.happens(0.4)) return { type: 'over', daysAgo, as: 'cancelled', asked, reason: draw.pick(REASONS) }
  if (daysAgo <= 4) return { type: 'over', daysAgo, as: 'outcome_awaited' }
  return { type: 'over', daysAgo, as: 'unexcused', asked, reason: asked && draw.pick(REASONS) }
}

// What the employer asks beside the follow-up: a return, a visit for a reason.
function rare(happens: number, { company, draw, here }: { company: CompanyFacts; draw: Draw; here: number }): Story | undefined {
  if (!company.usesPortal || happens > 22 || here < 200) return undefined
  const daysAgo = draw.between(0, 6)
  if (happens <= 7) return { type: 'asked', kind: 'return', daysAgo, taken: draw.happens(0.5), wishInDays: draw.between(8, 30) }
  if (happens <= 12) return { type: 'asked', kind: 'employer_demand', daysAgo, taken: draw.happens(0.5), reason: draw.pick(DEMANDS) }
  return { type: 'convoked', inDays: draw.between(2, 24), calledDaysAgo: draw.between(2, 9), asked: 'employer_demand', reason: draw.pick(DEMANDS), acknowledged: draw.happens(0.6) }
}
