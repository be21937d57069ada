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
const AccessesController = () => import('#identity/controllers/accesses_controller')
const AccessStatesController = () => import('#identity/controllers/access_states_controller')
const HoldersController = () => import('#identity/controllers/holders_controller')
const InvitationsController = () => import('#identity/controllers/invitations_controller')
const InvitationAnswersController = () => import('#identity/controllers/invitation_answers_controller')
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

router.get('/acces', [AccessesController, 'index']).as('acces.index').use(allow('access'))
router.get('/acces/titulaire', [HoldersController, 'create']).as('acces.titulaire.create').use(allow('access', 'write'))
router.post('/acces/titulaire', [HoldersController, 'store']).as('acces.titulaire.store').use(allow('access', 'write'))
router.get('/acces/invitations/nouvelle', [InvitationsController, 'create']).as('invitations.create').use(allow('access', 'write'))
router.post('/acces/invitations', [InvitationsController, 'store']).as('invitations.store').use(allow('access', 'write'))
router.get('/acces/invitations/:id', [InvitationsController, 'show']).as('invitations.show').use(allow('access'))
router.post('/acces/invitations/:id/renvoi', [InvitationsController, 'resend']).as('invitations.renvoi').use(allow('access', 'write'))
router.post('/acces/invitations/:id/retrait', [InvitationsController, 'withdraw']).as('invitations.retrait').use(allow('access', 'write'))
router.get('/acces/:id', [AccessesController, 'show']).as('acces.show').use(allow('access'))
router.get('/acces/:id/droits', [AccessesController, 'edit']).as('acces.droits.edit').use(allow('access', 'write'))
router.post('/acces/:id/droits', [AccessesController, 'update']).as('acces.droits.update').use(allow('access', 'write'))
router.post('/acces/:id/suspension', [AccessStatesController, 'suspend']).as('acces.suspension').use(allow('access', 'write'))
router.post('/acces/:id/reouverture', [AccessStatesController, 'resume']).as('acces.reouverture').use(allow('access', 'write'))
router.post('/acces/:id/retrait', [AccessStatesController, 'revoke']).as('acces.retrait').use(allow('access', 'write'))

// Before the links, whose secret is any word.
router.get('/invitation/suite', [InvitationAnswersController, 'create']).as('invitation.suite').use(open())
router.post('/invitation/suite', [InvitationAnswersController, 'store']).as('invitation.suite.store').use(open())
router.get('/invitation/:token', [InvitationAnswersController, 'create']).as('invitation.create').use(open())
router.post('/invitation/:token', [InvitationAnswersController, 'store']).as('invitation.store').use(open())
