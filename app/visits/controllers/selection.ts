import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { readIds } from '#core/http/ids'
import { seeOther } from '#core/htmx'
import { listOwnConvocations } from '#visits/queries/list_own_convocations'

/** In one act on a selection. */
export const SELECTION_AT_MOST = 100

/** The convocations that an act on a selection is about; null when none or too many are chosen. Each is the member's, or nothing is found. */
export async function readSelection({ member, currentMember }: HttpContext, value: unknown) {
  const ids = readIds(value)
  if (ids.length === 0 || ids.length > SELECTION_AT_MOST) return null
  return orNotFound(await member((trx) => listOwnConvocations(trx, currentMember.id, ids)))
}

/** Back to the list, which says how many to choose. */
export function chooseFirst(ctx: HttpContext) {
  const text = `Cochez de 1 à ${SELECTION_AT_MOST}\u00a0convocations, puis choisissez quoi en faire.`
  flash(ctx, { state: 'soon', title: "Rien n'est changé", text })
  return seeOther(ctx, '/convocations')
}
