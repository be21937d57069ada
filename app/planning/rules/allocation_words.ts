import { daysBetween, type Day } from '#shared/dates'
import { counted } from '#shared/wording'
import { suitsOf } from '#planning/rules/allocation_cost'
import { Away, crowdsOf } from '#planning/rules/away'
import type { Problem } from '#planning/rules/allocation_problem'
import { hardRules } from '#planning/rules/eligibility'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** `mardi matin, centre préféré, 12 jours avant l'échéance`. */
export function explainSlot({ visits, slots, campaign }: Problem, index: number, number: number): string {
  const visit = visits[index]!
  const { day, halfDay, centreId } = slots[number]!
  const { halfDays, centreIds } = campaign.members[visit.memberId]!
  const suits = suitsOf(campaign.members[visit.memberId]!)
  const from = visit.wish?.from
  const to = visit.wish?.to
  return [
    `${WEEKDAYS[halfDay >> 1]} ${halfDay % 2 ? 'après-midi' : 'matin'}`,
    halfDays.length > 0 && !suits.halfDays[halfDay] && 'hors des demi-journées préférées',
    centreIds.length > 0 && (suits.centreIds!.has(centreId) ? 'centre préféré' : 'hors des centres préférés'),
    visit.legalDeadline && distance(day, visit.legalDeadline, "l'échéance"),
    visit.doctorDeadline && day > visit.doctorDeadline && distance(day, visit.doctorDeadline, 'la date demandée par le médecin'),
    from && day < from && distance(day, from, 'le début de la période souhaitée'),
    to && day > to && distance(day, to, 'la fin de la période souhaitée'),
  ].filter(Boolean).join(', ')
}

function distance(day: Day, term: Day, name: string) {
  const days = daysBetween(day, term)
  if (days === 0) return `le jour de ${name}`
  return days > 0 ? `${counted(days, 'jour')} avant ${name}` : `${counted(-days, 'jour')} après ${name}`
}

/** Which rule leaves no slot; where all leave some, others have a more pressing need of them. */
export function explainNothing(problem: Problem, index: number): string {
  let left = problem.slots
  for (const { holds, otherwise } of hardRules(problem.visits[index]!, problem.campaign)) {
    left = left.filter(holds)
    if (left.length === 0) return otherwise
  }
  const away = new Away(problem, crowdsOf(problem))
  const { bins } = problem.options(index)
  if (!bins.some(({ slots }) => slots.some((slot) => away.fits(index, slot)))) {
    return 'tous les créneaux possibles tombent quand la personne a déjà un rendez-vous, ou quand trop de personnes sont déjà absentes'
  }
  return "tous les créneaux possibles vont à d'autres visites, ou feraient trop de personnes absentes en même temps"
}
