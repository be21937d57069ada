import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { resumeAccess, revokeAccess, suspendAccess } from '#identity/actions/change_access'
import { showAccess } from '#identity/controllers/access_page'

const SAID = {
  suspended: { title: "L'accès est suspendu", text: 'La prochaine page que cette personne ouvre lui sera refusée.' },
  resumed: { title: "L'accès est rouvert", text: 'Avec les mêmes droits.' },
  revoked: { title: "L'accès est retiré", text: 'Pour revenir, cette personne aura besoin d\'une invitation.' },
}

/** Suspend, reopen, revoke: buttons below their consequence in words. */
export default class AccessStatesController {
  async suspend(ctx: HttpContext) {
    return this.#act(ctx, suspendAccess, 'suspended')
  }

  async resume(ctx: HttpContext) {
    return this.#act(ctx, resumeAccess, 'resumed')
  }

  async revoke(ctx: HttpContext) {
    return this.#act(ctx, revokeAccess, 'revoked')
  }

  async #act(ctx: HttpContext, act: typeof suspendAccess, done: keyof typeof SAID) {
    const asked = { memberId: ctx.currentMember.id, accessId: ctx.params.id, userId: ctx.currentUser.id }
    const acted = await ctx.member((trx) => act(trx, asked, now()))
    if (!acted.ok) return showAccess(ctx, acted.error)
    flash(ctx, { state: 'fine', ...SAID[done] })
    return seeOther(ctx, done === 'revoked' ? '/acces' : `/acces/${ctx.params.id}`)
  }
}
