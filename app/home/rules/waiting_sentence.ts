import { inWords } from '#shared/text'

/** How many points wait for the member, and how many of them are late. */
export function waitingSentence(total: number, late: number): string {
  if (total === 0) return 'Rien ne vous attend.'
  if (total === 1) return late === 1 ? 'Un point vous attend, en retard.' : 'Un point vous attend.'
  const points = `${inWords(total)} points vous attendent`
  if (late === 0) return `${points}.`
  return late === total ? `${points}, tous en retard.` : `${points}, dont ${inWords(late).toLowerCase()} en retard.`
}

/** `une envoyée, deux prises en charge, une planifiée`: how the requests in progress stand. */
export function requestsSentence({ sent, taken, planned }: { sent: number; taken: number; planned: number }): string {
  return [
    said(sent, 'envoyée', 'envoyées'),
    said(taken, 'prise en charge', 'prises en charge'),
    said(planned, 'planifiée', 'planifiées'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** `6 annulées, 1 absence`: what became of the visits that were not held. */
export function otherOutcomesSentence({ cancelled, missed }: { cancelled: number; missed: number }): string {
  if (cancelled + missed === 0) return 'aucune annulée, aucune absence'
  return [
    cancelled > 0 && `${cancelled}\u00a0${cancelled > 1 ? 'annulées' : 'annulée'}`,
    missed > 0 && `${missed}\u00a0${missed > 1 ? 'absences' : 'absence'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function said(count: number, one: string, many: string): string {
  if (count === 0) return ''
  return count === 1 ? `une ${one}` : `${inWords(count).toLowerCase()} ${many}`
}
