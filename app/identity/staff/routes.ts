import type { HttpRouterService } from '@adonisjs/core/types'
import { open, staff } from '#core/http/policy'
import { EVERY_ROLE } from '#identity/staff/roles'

const SessionsController = () => import('#identity/staff/controllers/staff_sessions_controller')
const EnrolmentsController = () => import('#identity/staff/controllers/staff_enrolments_controller')
const CodesController = () => import('#identity/staff/controllers/staff_codes_controller')

/** Drawn on a router that is given: the back office has one of its own, which the tests walk too. */
export function drawStaffSignIn(router: HttpRouterService) {
  router.get('/admin/connexion', [SessionsController, 'create']).as('admin.connexion.create').use(open())
  router.post('/admin/connexion', [SessionsController, 'store']).as('admin.connexion.store').use(open())
  router.get('/admin/connexion/code', [CodesController, 'create']).as('admin.code.create').use(open())
  router.post('/admin/connexion/code', [CodesController, 'store']).as('admin.code.store').use(open())
  router.get('/admin/connexion/activation', [EnrolmentsController, 'create']).as('admin.activation.create').use(open())
  router.post('/admin/connexion/activation', [EnrolmentsController, 'store']).as('admin.activation.store').use(open())
  router
    .post('/admin/deconnexion', [SessionsController, 'destroy'])
    .as('admin.deconnexion')
    .use(staff(...EVERY_ROLE))
}
