import type { HttpRouterService } from '@adonisjs/core/types'
import { NotFound } from '#core/exceptions/refusals'
import { healthTeam, open } from '#core/http/policy'
import { registerAnswers } from '#back_office/middleware/register_answers'
import { staffPage } from '#back_office/middleware/staff_page'
import { drawStaffAccount } from '#identity/account/routes'
import { accessReader, anyStaff, memberReader, memberRelations, planner, planningReader } from '#back_office/roles'

const HomeController = () => import('#back_office/controllers/home_controller')
const MembersController = () => import('#back_office/controllers/members_controller')
const MemberUsersController = () => import('#back_office/controllers/member_users_controller')
const HolderRecoveriesController = () => import('#back_office/controllers/holder_recoveries_controller')
const PlanningController = () => import('#back_office/controllers/planning_controller')
const RequestsController = () => import('#back_office/controllers/requests_controller')
const RequestConvocationsController = () => import('#back_office/controllers/request_convocations_controller')
const RequestRefusalsController = () => import('#back_office/controllers/request_refusals_controller')
const RequestMessagesController = () => import('#back_office/controllers/request_messages_controller')
const VisitsController = () => import('#back_office/controllers/visits_controller')
const VisitOutcomesController = () => import('#back_office/controllers/visit_outcomes_controller')
const VisitCancellationsController = () => import('#back_office/controllers/visit_cancellations_controller')
const VisitMovesController = () => import('#back_office/controllers/visit_moves_controller')
const VisitFindingsController = () => import('#back_office/controllers/visit_findings_controller')
const OpeningsController = () => import('#back_office/controllers/openings_controller')
const OpeningChangesController = () => import('#back_office/controllers/opening_changes_controller')
const AbsencesController = () => import('#back_office/controllers/absences_controller')
const FollowUpsController = () => import('#back_office/controllers/follow_ups_controller')
const VisitWaiversController = () => import('#back_office/controllers/visit_waivers_controller')
const SituationsController = () => import('#back_office/controllers/situations_controller')
const SirenChangesController = () => import('#back_office/controllers/siren_changes_controller')
const RegistersController = () => import('#back_office/controllers/registers_controller')
const RegisterExportsController = () => import('#back_office/controllers/register_exports_controller')
const RegisterAssetsController = () => import('#back_office/controllers/register_assets_controller')

/** Drawn on a router that is given: the back office has one of its own, which the tests walk too. */
export function drawBackOffice(router: HttpRouterService) {
  router.group(() => drawStaffAccount(router)).use(staffPage)
  drawPlanning(router)
  drawOpenings(router)
  drawFollowUp(router)
  drawSirenChanges(router)
  drawRegisters(router)
  router
    .get('/', ({ response }) => response.redirect().toPath('/admin'))
    .as('admin.root')
    .use(open())
  // An address that is not there is refused within the session, so that its page has the masthead of who is signed in.
  router
    .get('*', () => {
      throw new NotFound()
    })
    .as('admin.nowhere')
    .use([staffPage, open()])
}

function drawPlanning(router: HttpRouterService) {
  router
    .group(() => {
      router.get('/', [HomeController, 'index']).as('admin.home').use(anyStaff())
      router.get('/planification', [PlanningController, 'index']).as('planning.index').use(planningReader())

      router.get('/demandes/:id', [RequestsController, 'show']).as('admin.demandes.show').use(planningReader())
      router.post('/demandes/:id/prise-en-charge', [RequestsController, 'take']).as('admin.demandes.take').use(planner())
      router
        .get('/demandes/:id/convocation', [RequestConvocationsController, 'create'])
        .as('admin.demandes.convocation.create')
        .use(planner())
      router
        .post('/demandes/:id/convocation', [RequestConvocationsController, 'store'])
        .as('admin.demandes.convocation.store')
        .use(planner())
      router.get('/demandes/:id/refus', [RequestRefusalsController, 'create']).as('admin.demandes.refus.create').use(planner())
      router.post('/demandes/:id/refus', [RequestRefusalsController, 'store']).as('admin.demandes.refus.store').use(planner())
      router.post('/demandes/:id/messages', [RequestMessagesController, 'store']).as('admin.demandes.messages.store').use(planner())
      router.post('/demandes/:id/messages/traites', [RequestMessagesController, 'settle']).as('admin.demandes.messages.settle').use(planner())

      router.get('/adherents/:id', [MembersController, 'show']).as('admin.adherents.show').use(memberReader())
      router
        .post('/adherents/:id/premiere-connexion', [MembersController, 'sendLink'])
        .as('admin.adherents.premiere_connexion')
        .use(memberRelations())

      router.get('/adherents/:id/utilisateurs', [MemberUsersController, 'index']).as('admin.adherents.utilisateurs').use(accessReader())
      router.get('/adherents/:id/titulaire', [HolderRecoveriesController, 'create']).as('admin.titulaire.create').use(memberRelations())
      router.post('/adherents/:id/titulaire', [HolderRecoveriesController, 'store']).as('admin.titulaire.store').use(memberRelations())
      router.post('/adherents/:id/titulaire/renvoi', [HolderRecoveriesController, 'resend']).as('admin.titulaire.renvoi').use(memberRelations())
      router.post('/adherents/:id/titulaire/abandon', [HolderRecoveriesController, 'close']).as('admin.titulaire.abandon').use(memberRelations())

      router.get('/visites/:id', [VisitsController, 'show']).as('admin.visites.show').use(planningReader())
      router.post('/visites/:id/issue', [VisitOutcomesController, 'store']).as('admin.visites.issue').use(planner())
      router
        .get('/visites/:id/annulation', [VisitCancellationsController, 'create'])
        .as('admin.visites.annulation.create')
        .use(planner())
      router
        .post('/visites/:id/annulation', [VisitCancellationsController, 'store'])
        .as('admin.visites.annulation.store')
        .use(planner())
      router.get('/visites/:id/deplacement', [VisitMovesController, 'create']).as('admin.visites.deplacement.create').use(planner())
      router.post('/visites/:id/deplacement', [VisitMovesController, 'store']).as('admin.visites.deplacement.store').use(planner())
    })
    .prefix('/admin')
    .use(staffPage)
}

/** When practitioners hold visits; what changes for those who are convoked is asked first. */
function drawOpenings(router: HttpRouterService) {
  router
    .group(() => {
      router.get('/ouvertures', [OpeningsController, 'index']).as('index').use(planningReader())
      router.get('/ouvertures/nouvelle', [OpeningsController, 'create']).as('create').use(planner())
      router.post('/ouvertures', [OpeningsController, 'store']).as('store').use(planner())
      router.get('/ouvertures/:id', [OpeningsController, 'show']).as('show').use(planner())
      router.post('/ouvertures/:id/changement', [OpeningsController, 'edit']).as('edit').use(planner())
      router.post('/ouvertures/:id/fin', [OpeningsController, 'stop']).as('stop').use(planner())
      router.post('/ouvertures/:id/fermeture', [OpeningsController, 'close']).as('close').use(planner())
      router.get('/absences/nouvelle', [AbsencesController, 'create']).as('absences.create').use(planner())
      router.post('/absences', [AbsencesController, 'store']).as('absences.store').use(planner())
      router.post('/absences/:id/retrait', [AbsencesController, 'destroy']).as('absences.destroy').use(planner())
      router.get('/changements/:id', [OpeningChangesController, 'show']).as('changes.show').use(planningReader())
      router.post('/changements/:id', [OpeningChangesController, 'resume']).as('changes.resume').use(planner())
    })
    .prefix('/admin')
    .as('admin.ouvertures')
    .use(staffPage)
}

/** What the health team alone reads and notes (DOMAIN 7). */
function drawFollowUp(router: HttpRouterService) {
  router
    .group(() => {
      router.post('/visites/:id/constat', [VisitFindingsController, 'store']).as('admin.visites.constat').use(healthTeam())
      router.get('/salaries/:id/suivi', [FollowUpsController, 'show']).as('admin.salaries.suivi').use(healthTeam())
      router.post('/salaries/:id/dispense', [VisitWaiversController, 'store']).as('admin.salaries.dispense').use(healthTeam())
      router.post('/salaries/:id/situation', [SituationsController, 'store']).as('admin.salaries.situation').use(healthTeam())
    })
    .prefix('/admin')
    .use(staffPage)
}

function drawSirenChanges(router: HttpRouterService) {
  router
    .group(() => {
      router.get('/', [SirenChangesController, 'index']).as('index').use(memberReader())
      router.get('/:id', [SirenChangesController, 'show']).as('show').use(memberReader())
      router.get('/:id/justificatif', [SirenChangesController, 'proof']).as('proof').use(memberReader())
      router.post('/:id/prise-en-charge', [SirenChangesController, 'take']).as('take').use(memberRelations())
      router.post('/:id/acceptation', [SirenChangesController, 'accept']).as('accept').use(memberRelations())
      router.post('/:id/refus', [SirenChangesController, 'refuse']).as('refuse').use(memberRelations())
    })
    .prefix('/admin/siren')
    .as('admin.siren')
    .use(staffPage)
}

/** AdminJS reads only: no address of it takes a POST, and the policy of each register is asked in its controller. */
function drawRegisters(router: HttpRouterService) {
  router
    .group(() => {
      router.get('/resources/:register', [RegistersController, 'page']).as('registers.page').use(anyStaff())
      router.get('/resources/:register/actions/list', [RegistersController, 'page']).as('registers.list').use(anyStaff())
      router.get('/resources/:register/export.csv', [RegisterExportsController, 'index']).as('registers.csv').use(anyStaff())
      router.get('/resources/:register/export.xlsx', [RegisterExportsController, 'index']).as('registers.xlsx').use(anyStaff())
      router
        .get('/resources/:register/records/:record/show', [RegistersController, 'page'])
        .where('record', router.matchers.uuid())
        .as('registers.record')
        .use(anyStaff())
      router.get('/frontend/assets/:file', [RegisterAssetsController, 'show']).as('registers.asset').use(anyStaff())
    })
    .prefix('/admin')
    .use(staffPage)

  router
    .group(() => {
      router.get('/:register/actions/list', [RegistersController, 'list']).as('registers.api.list').use(anyStaff())
      router
        .get('/:register/records/:record/show', [RegistersController, 'show'])
        .where('record', router.matchers.uuid())
        .as('registers.api.record')
        .use(anyStaff())
    })
    .prefix('/admin/api/resources')
    .use(registerAnswers)
}
