import router from '@adonisjs/core/services/router'
import { allow, open, signedIn } from '#core/http/policy'
import { drawOwnAccount } from '#identity/account/routes'

const SessionsController = () => import('#identity/controllers/sessions_controller')
const PasswordRequestsController = () => import('#identity/controllers/password_requests_controller')
const PasswordResetsController = () => import('#identity/controllers/password_resets_controller')
const FirstAccessRequestsController = () => import('#identity/controllers/first_access_requests_controller')
const FirstAccessesController = () => import('#identity/controllers/first_accesses_controller')
const KeptFormsController = () => import('#identity/controllers/kept_forms_controller')
const AccountEntriesController = () => import('#identity/controllers/account_entries_controller')
const JournalsController = () => import('#identity/journal/controllers/journals_controller')
const JournalExportsController = () => import('#identity/journal/controllers/journal_exports_controller')

router.get('/connexion', [SessionsController, 'create']).as('connexion.create').use(open())
router.post('/connexion', [SessionsController, 'store']).as('connexion.store').use(open())
router.post('/deconnexion', [SessionsController, 'destroy']).as('deconnexion').use(signedIn())

router.post('/session', [SessionsController, 'prolong']).as('session').use(signedIn())

router.get('/mot-de-passe/oublie', [PasswordRequestsController, 'create']).as('oublie.create').use(open())
router.post('/mot-de-passe/oublie', [PasswordRequestsController, 'store']).as('oublie.store').use(open())
router
  .get('/mot-de-passe/reinitialisation/:token', [PasswordResetsController, 'create'])
  .as('reinitialisation.create')
  .use(open())
router
  .post('/mot-de-passe/reinitialisation/:token', [PasswordResetsController, 'store'])
  .as('reinitialisation.store')
  .use(open())

router.get('/premiere-connexion', [FirstAccessRequestsController, 'create']).as('premiere_connexion.create').use(open())
router.post('/premiere-connexion', [FirstAccessRequestsController, 'store']).as('premiere_connexion.store').use(open())
router.get('/premiere-connexion/:token', [FirstAccessesController, 'create']).as('premier_mot_de_passe.create').use(open())
router.post('/premiere-connexion/:token', [FirstAccessesController, 'store']).as('premier_mot_de_passe.store').use(open())

drawOwnAccount()

router.get('/reprise', [KeptFormsController, 'show']).as('reprise').use(allow(null))

router.post('/comptes/:id/entree', [AccountEntriesController, 'store']).as('comptes.entree').use(signedIn())

router.get('/acces/journal', [JournalsController, 'index']).as('acces.journal').use(allow('access'))
router.get('/acces/journal.csv', [JournalExportsController, 'index']).as('acces.journal.csv').use(allow('access'))
router.get('/acces/journal.xlsx', [JournalExportsController, 'index']).as('acces.journal.xlsx').use(allow('access'))
