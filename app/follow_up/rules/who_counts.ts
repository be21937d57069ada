import type { Case } from '#follow_up/rules/case'
import type { Kind, Professional } from '#follow_up/rules/codes'
import type { HeldVisit } from '#follow_up/rules/facts'

// Exams may be entrusted to a collaborating doctor or an intern, never to a nurse (R4623-14).
const MEDICAL: readonly Professional[] = ['doctor', 'collaborating_doctor', 'intern']
const EXAMS: readonly Kind[] = ['fitness_hiring', 'fitness_periodic']
const INFORMATION: readonly Kind[] = ['initial_information', 'periodic_information']

export function byDoctor({ by }: HeldVisit): boolean {
  return MEDICAL.includes(by)
}

/** A fitness exam; a nurse's is none (R4624-24, R4623-14). */
export function isExam(visit: HeldVisit): boolean {
  return EXAMS.includes(visit.kind) && byDoctor(visit)
}

/** What starts the clock of the information visits: one of them, or an exam, which stands in for it (R4624-24). */
export function informs(visit: HeldVisit): boolean {
  return INFORMATION.includes(visit.kind) || isExam(visit)
}

/** The fitness exams that count, oldest first. */
export function examsOf({ counted }: Case): HeldVisit[] {
  return counted.filter(isExam)
}
