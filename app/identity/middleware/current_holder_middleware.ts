import env from '#start/env'
import { portalGate } from '#identity/gates/portal_gate'
import { staffGate } from '#identity/gates/staff_gate'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const gate = env.get('APP_PROCESS') === 'back_office' ? staffGate : portalGate

/** Gives each request the gatekeeper of its process; the route's policy calls it. */
export default class CurrentHolderMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.gatekeeper = gate
    return next()
  }
}
