import type { HttpContext } from '@adonisjs/core/http'
import { flash } from '#core/flash'
import { areFew } from '#identity/rules/recovery_codes'
import type { AcceptedCode } from '#identity/second_factor/check_code'

/** Who came in by a recovery code learns how many are left, and to make others before the last one. */
export function warnOfFewCodes(ctx: HttpContext, accepted: AcceptedCode, page: string) {
  if (accepted.by !== 'recovery_code') return
  const left = accepted.left === 0 ? "Il n'en reste aucun" : `Il vous en reste ${accepted.left}`
  const more = areFew(accepted.left) ? `\u00a0: créez-en d'autres dans «\u00a0${page}\u00a0».` : '.'
  flash(ctx, { state: areFew(accepted.left) ? 'soon' : 'fine', title: 'Ce code de secours ne sert plus', text: left + more })
}
