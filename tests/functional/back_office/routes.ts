import { RouterFactory } from '@adonisjs/core/factories/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import type { StaffRole } from '#core/http/policy'
import { drawBackOffice } from '#back_office/routes'
import { EVERY_ROLE } from '#identity/staff/roles'
import { drawStaffSignIn } from '#identity/staff/routes'
import { routesOf, type WalkedRoute } from '#tests/functional/matrix/routes'

/** Every address of the back office, from the same drawing that its process uses. */
export function backOfficeRoutes(): WalkedRoute[] {
  const router = new RouterFactory().create() as unknown as HttpRouterService
  drawStaffSignIn(router)
  drawBackOffice(router)
  return routesOf(router)
}

export const rolesOf = ({ policies: [policy] }: WalkedRoute): readonly StaffRole[] | null =>
  policy?.audience === 'staff' ? policy.roles : null

/** Each route that staff signs in for, with each role. */
export function routesByRole() {
  return backOfficeRoutes().flatMap((route) =>
    rolesOf(route) ? EVERY_ROLE.map((role) => ({ ...route, role, open: rolesOf(route)!.includes(role) })) : []
  )
}
