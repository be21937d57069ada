import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import type { FieldError } from '#core/http/form'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import { carryOut } from '#workforce/actions/carry_out'
import { foresee, type Foreseen } from '#workforce/actions/foresee'
import { keptError, readDecisions } from '#workforce/controllers/visit_decisions'
import { findCentrePhone } from '#members'
import type { Change } from '#workforce/rules/touched_visits'

export const SAVE = 'enregistrer'

export type Step<T, E extends { type: string }> = {
  employeeId: string
  change: (trx: Trx) => Promise<Result<T, E>>
  touching: (part: Trx) => Change | Promise<Change>
  /** Why a visit is given back, as the cancellation form words it. */
  reason: string
  /** From when another date is wanted. */
  movedFrom: Day | null
  /** The day to come from which the change ends what is due. */
  endsFrom?: Day
  /** What else the form must say before it is saved. */
  missing?: (foreseen: Foreseen) => FieldError[]
}

export type Seen<E> =
  | { type: 'refused'; why: E }
  | { type: 'incomplete'; foreseen: Foreseen; errors: FieldError[]; conflict: boolean }
  | { type: 'foreseen'; foreseen: Foreseen }

/** The two steps of every change: what it would entail, then, once its button is pressed, the change with what becomes of the visits. */
export async function takeStep<T, E extends { type: string }>(ctx: HttpContext, step: Step<T, E>, now: DateTime): Promise<Result<{ value: T; foreseen: Foreseen }, Seen<E>>> {
  const { id: memberId } = ctx.currentMember
  return ctx.member(async (trx) => {
    const seen = await foresee(trx, step, now)
    if (!seen.ok) return refuse({ type: 'refused', why: seen.error })
    const foreseen = seen.value
    if (ctx.request.input('etape') !== SAVE) return refuse({ type: 'foreseen', foreseen })

    const { settled, errors } = readDecisions(ctx, foreseen.touched, step)
    const missing = [...(step.missing?.(foreseen) ?? []), ...errors]
    if (missing.length > 0) return refuse({ type: 'incomplete', foreseen, errors: missing, conflict: false })
    const done = await carryOut(trx, { userId: ctx.currentUser.id, memberId, visits: settled }, step.change, now)
    if (done.ok) return ok({ value: done.value, foreseen })
    const conflict = await conflictOf(trx, memberId, done.error, foreseen)
    return conflict ? refuse({ type: 'incomplete', foreseen, errors: conflict, conflict: true }) : refuse({ type: 'refused', why: done.error as E })
  })
}

// The rules of visits said no: the change is not written either, so that the two stay together.
async function conflictOf(trx: Trx, memberId: string, error: { type: string }, { touched }: Foreseen): Promise<FieldError[] | null> {
  if (error.type === 'visit_kept') return [keptError(error as never, await findCentrePhone(trx, memberId))]
  if (error.type !== 'not_admitted') return null
  return touched.map(({ id }) => ({ field: `visite_${id}`, message: "Une autre date ne peut pas être demandée\u00a0: gardez, remplacez ou annulez cette visite" }))
}
