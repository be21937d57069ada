import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

export type Domain = 'company' | 'workforce' | 'visits' | 'documents' | 'billing' | 'statistics' | 'access'
export type Level = 'read' | 'write'

/** Who may call a route. Every route carries one: the matrix of the test suite fails for a route that has none. */
export type Policy =
  | { audience: 'public' }
  | { audience: 'user' }
  | { audience: 'member'; domain: Domain | null; level: Level }
  | { audience: 'staff'; roles: StaffRole[] }

export type StaffRole = 'administrator' | 'member_relations' | 'planner' | 'health' | 'billing' | 'auditor'

export type PolicyMiddleware = ((ctx: HttpContext, next: NextFn) => Promise<unknown>) & { policy: Policy }

function enforce(policy: Policy): PolicyMiddleware {
  return Object.assign(
    async (ctx: HttpContext, next: NextFn) => {
      await ctx.gatekeeper.check(policy, ctx)
      return next()
    },
    { policy }
  )
}

/** Anybody, signed in or not. */
export const open = () => enforce({ audience: 'public' })
/** Any signed-in user of the portal, whatever the member. */
export const signedIn = () => enforce({ audience: 'user' })
/** A user of the current member, with at least this right in this domain (none needed when null). */
export const allow = (domain: Domain | null, level: Level = 'read') => enforce({ audience: 'member', domain, level })
/** OSTRA's staff in one of these roles; an administrator always. */
export const staff = (...roles: StaffRole[]) => enforce({ audience: 'staff', roles: ['administrator', ...roles] })

/** The health team and nobody else: what it notes is no administrator's business (DOMAIN 7). */
export const healthTeam = () => enforce({ audience: 'staff', roles: ['health'] })

/** The policy that a matched route carries. */
export function policyOf(ctx: HttpContext): Policy | undefined {
  return [...(ctx.route?.middleware.all() ?? [])]
    .map((middleware) => (middleware as { policy?: Policy }).policy)
    .find(Boolean)
}

/** Without the right, or no such thing: the one that is not there may be another member's. */
export type Refusal = 'forbidden' | 'not_found'

/** Implemented by identity: lets the request pass, or throws the refusal. */
export interface Gatekeeper {
  check(policy: Policy, ctx: HttpContext): Promise<void>
  /** Writes in the journal what a signed-in person was refused. */
  journal(refusal: Refusal, ctx: HttpContext): Promise<void>
  /** The account of the user, other than the current one, that holds what this request did not find. */
  findOtherAccount?(ctx: HttpContext): Promise<{ id: string; name: string } | null>
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    gatekeeper: Gatekeeper
  }
}
