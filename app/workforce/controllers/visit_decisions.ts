import type { HttpContext } from '@adonisjs/core/http'
import type { FieldError } from '#core/http/form'
import { formatInstant, type Day } from '#shared/dates'
import type { Settled, SettleRefusal, VisitDecision } from '#workforce/actions/settle_visits'
import { requestForMove } from '#workforce/rules/moved_visit'
import type { TouchedVisit } from '#workforce/queries/list_touched_visits'

/** The values of the form for what becomes of a visit. */
export const DECISIONS = { keep: 'garder', move: 'deplacer', substitute: 'remplacer', cancel: 'annuler' } as const

export type DecisionTerms = { reason: string; movedFrom: Day | null }

/** What the form says of each visit that the change touches, or what it does not say yet. */
export function readDecisions(ctx: HttpContext, touched: readonly TouchedVisit[], { reason, movedFrom }: DecisionTerms): { settled: Settled[]; errors: FieldError[] } {
  const decided = touched.map((visit) => ({ visit, decision: decisionOf(ctx, visit, movedFrom) }))
  const errors = decided.flatMap(({ decision }) => ('field' in decision ? [decision] : []))
  const settled = decided.flatMap(({ visit: { id, kind, employeeId }, decision }) =>
    'field' in decision ? [] : [{ visitId: id, kind, employeeId, decision, reason }]
  )
  return { settled, errors }
}

function decisionOf({ request, currentMember }: HttpContext, { id, kind, startsAt, substitutes }: TouchedVisit, from: Day | null): VisitDecision | FieldError {
  const field = `visite_${id}`
  const choice = request.input(field)
  const moment = formatInstant(startsAt)
  if (choice === DECISIONS.keep) return { choice: 'keep' }
  if (currentMember.rights.visits !== 'write') return { field, message: `Gardez la visite du ${moment}\u00a0: vous n'avez pas le droit de la changer` }
  if (choice === DECISIONS.cancel) return { choice: 'cancel' }
  if (choice === DECISIONS.move && requestForMove(kind) !== null) return { choice: 'move', from }
  if (choice !== DECISIONS.substitute) return { field, message: `Choisissez ce que devient la visite du ${moment}` }
  const substitute = substitutes.find((one) => one.id === request.input(`remplacant_${id}`))
  return substitute
    ? { choice: 'substitute', employeeId: substitute.id }
    : { field: `remplacant_${id}`, message: `Choisissez qui prend la place à la visite du ${moment}` }
}

/** Why a visit stays as it is, and what to do then. */
export function keptError({ visitId, why }: SettleRefusal, phone: string): FieldError {
  const field = `visite_${visitId}`
  switch (why.type) {
    case 'too_late':
      return {
        field,
        message: `La limite d'annulation, le ${formatInstant(why.limit)}, est passée\u00a0: remplacez le salarié, ou gardez la visite et appelez OSTRA au ${phone}`,
      }
    case 'not_cancellable':
    case 'not_substitutable':
    case 'already_started':
      return { field, message: "Cette visite a changé entre-temps\u00a0: rechargez la page et voyez ce qu'elle devient" }
    default:
      return { field: `remplacant_${visitId}`, message: "Ce salarié ne peut plus prendre la place\u00a0: choisissez quelqu'un d'autre" }
  }
}
