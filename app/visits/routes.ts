import router from '@adonisjs/core/services/router'
import { idBefore } from '#core/http/ids'
import { allow, open } from '#core/http/policy'

const RequestsController = () => import('#visits/controllers/requests_controller')
const RequestDraftsController = () => import('#visits/controllers/request_drafts_controller')
const RequestCancellationsController = () => import('#visits/controllers/request_cancellations_controller')
const ConvocationsController = () => import('#visits/controllers/convocations_controller')
const AcknowledgementsController = () => import('#visits/controllers/acknowledgements_controller')
const CancellationsController = () => import('#visits/controllers/cancellations_controller')
const SubstitutionsController = () => import('#visits/controllers/substitutions_controller')
const ConvocationSheetsController = () => import('#visits/controllers/convocation_sheets_controller')
const CalendarFilesController = () => import('#visits/controllers/calendar_files_controller')
const AnswersController = () => import('#visits/controllers/answers_controller')
const RequestProofsController = () => import('#visits/controllers/request_proofs_controller')

const read = () => allow('visits')
const write = () => allow('visits', 'write')

router.get('/demandes', [RequestsController, 'index']).as('demandes.index').use(read())
router.get('/demandes/nouvelle', [RequestsController, 'create']).as('demandes.create').use(write())
router.post('/demandes/nouvelle', [RequestDraftsController, 'store']).as('demandes.brouillon').use(write())
router.post('/demandes', [RequestsController, 'store']).as('demandes.store').use(write())
router.get('/demandes/:id', [RequestsController, 'show']).as('demandes.show').use(read())
router.get('/demandes/:id/preuve.pdf', [RequestProofsController, 'show']).as('demandes.preuve').use(read())
router.post('/demandes/:id/annulation', [RequestCancellationsController, 'store']).as('demandes.annulation').use(write())

router.get('/convocations', [ConvocationsController, 'index']).as('convocations.index').use(read())
router.get('/convocations.pdf', [ConvocationSheetsController, 'index']).as('convocations.feuilles').use(read())
router.get('/convocations/:id.pdf', [ConvocationSheetsController, 'show']).where('id', idBefore('pdf')).as('convocations.feuille').use(read())
router.get('/convocations/:id.ics', [CalendarFilesController, 'show']).where('id', idBefore('ics')).as('convocations.agenda').use(read())
router.get('/convocations/:id', [ConvocationsController, 'show']).as('convocations.show').use(read())
router.post('/convocations/:id/accuse', [AcknowledgementsController, 'store']).as('accuse.store').use(write())
router.get('/convocations/:id/annulation', [CancellationsController, 'create']).as('annulation.create').use(write())
router.post('/convocations/:id/annulation', [CancellationsController, 'store']).as('annulation.store').use(write())
router.get('/convocations/:id/remplacement', [SubstitutionsController, 'create']).as('remplacement.create').use(write())
router.post('/convocations/:id/remplacement', [SubstitutionsController, 'store']).as('remplacement.store').use(write())

router.get('/reponse/:token', [AnswersController, 'create']).as('reponse.create').use(open())
router.post('/reponse/:token', [AnswersController, 'store']).as('reponse.store').use(open())
