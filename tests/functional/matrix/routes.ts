import router from '@adonisjs/core/services/router'
import type { Policy } from '#core/http/policy'

export type WalkedRoute = { method: 'GET' | 'POST'; pattern: string; policies: Policy[] }

type RouterLike = Pick<typeof router, 'commit' | 'toJSON'>

/** Every address that the router answers, with the policies on its way. */
export function routesOf(from: RouterLike = router): WalkedRoute[] {
  from.commit()
  return Object.values(from.toJSON())
    .flat()
    .map(({ pattern, methods, middleware }) => ({
      method: methods.includes('GET') ? 'GET' : (methods[0] as WalkedRoute['method']),
      pattern,
      policies: [...middleware.all()].flatMap((one) => policyOf(one)),
    }))
}

function policyOf(middleware: unknown): Policy[] {
  const { policy } = middleware as { policy?: Policy }
  return policy ? [policy] : []
}

/** What nobody decided: a route that has no policy, or two that contradict each other. */
export function undecided(routes: WalkedRoute[]): string[] {
  return routes.filter(({ policies }) => policies.length !== 1).map(({ method, pattern, policies }) => `${method} ${pattern}: ${policies.length} policies`)
}

/** Routes that only who has a certain right in a certain domain may call. */
export const needsRight = (route: WalkedRoute) => {
  const policy = route.policies[0]
  return policy?.audience === 'member' && policy.domain !== null
}
export const needsSignIn = ({ policies }: WalkedRoute) => policies[0]?.audience !== 'public'
export const namesAThing = ({ pattern }: WalkedRoute) => pattern.includes(':id')
