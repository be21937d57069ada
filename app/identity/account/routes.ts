import type { HttpRouterService } from '@adonisjs/core/types'
import router from '@adonisjs/core/services/router'
import { open, signedIn, staff, type PolicyMiddleware } from '#core/http/policy'
import { EVERY_ROLE } from '#identity/staff/roles'

const NamesController = () => import('#identity/account/controllers/names_controller')
const PasswordsController = () => import('#identity/account/controllers/passwords_controller')
const PasswordLinksController = () => import('#identity/account/controllers/password_links_controller')
const ReauthenticationsController = () => import('#identity/account/controllers/reauthentications_controller')
const DevicesController = () => import('#identity/devices/controllers/devices_controller')
const EmailChangesController = () => import('#identity/email_change/controllers/email_changes_controller')
const EmailConfirmationsController = () => import('#identity/email_change/controllers/email_confirmations_controller')
const CodesController = () => import('#identity/second_factor/controllers/codes_controller')
const SecondFactorsController = () => import('#identity/second_factor/controllers/second_factors_controller')
const TotpSetupsController = () => import('#identity/second_factor/controllers/totp_setups_controller')
const RecoveryCodesController = () => import('#identity/second_factor/controllers/recovery_codes_controller')
const PasskeysController = () => import('#identity/passkeys/controllers/passkeys_controller')
const PasskeyCodesController = () => import('#identity/passkeys/controllers/passkey_codes_controller')
const PasskeySignInsController = () => import('#identity/passkeys/controllers/passkey_sign_ins_controller')
const StaffAccountsController = () => import('#identity/staff/controllers/staff_accounts_controller')

/** What a user and a member of staff do alike to their own account, under the address of each. */
function drawLocks(on: HttpRouterService, home: string, name: string, own: () => PolicyMiddleware) {
  const at = (path: string) => `${home}${path}`
  on.get(at('/verification'), [ReauthenticationsController, 'create']).as(`${name}.verification.create`).use(own())
  on.post(at('/verification'), [ReauthenticationsController, 'store']).as(`${name}.verification.store`).use(own())
  on.get(at('/mot-de-passe'), [PasswordsController, 'create']).as(`${name}.mot_de_passe.create`).use(own())
  on.post(at('/mot-de-passe'), [PasswordsController, 'store']).as(`${name}.mot_de_passe.store`).use(own())
  on.get(at('/appareils'), [DevicesController, 'index']).as(`${name}.appareils.index`).use(own())
  on.post(at('/appareils/fermeture'), [DevicesController, 'closeOthers']).as(`${name}.appareils.autres`).use(own())
  on.post(at('/appareils/:id/fermeture'), [DevicesController, 'close']).as(`${name}.appareils.fermeture`).use(own())

  const factor = at('/double-authentification')
  on.get(factor, [SecondFactorsController, 'show']).as(`${name}.facteur.show`).use(own())
  on.get(`${factor}/application`, [TotpSetupsController, 'create']).as(`${name}.application.create`).use(own())
  on.post(`${factor}/application`, [TotpSetupsController, 'store']).as(`${name}.application.store`).use(own())
  on.get(`${factor}/codes`, [RecoveryCodesController, 'show']).as(`${name}.codes.show`).use(own())
  on.post(`${factor}/codes`, [RecoveryCodesController, 'store']).as(`${name}.codes.store`).use(own())
}

/** In the back office, on a router that is given. */
export function drawStaffAccount(on: HttpRouterService) {
  const own = () => staff(...EVERY_ROLE)
  on.get('/admin/compte', [StaffAccountsController, 'show']).as('admin.compte').use(own())
  drawLocks(on, '/admin/compte', 'admin.compte', own)
}

export function drawOwnAccount() {
  drawLocks(router, '/compte', 'compte', signedIn)

  router.get('/compte/nom', [NamesController, 'create']).as('compte.nom.create').use(signedIn())
  router.post('/compte/nom', [NamesController, 'store']).as('compte.nom.store').use(signedIn())
  router.post('/compte/mot-de-passe/oublie', [PasswordLinksController, 'store']).as('compte.mot_de_passe.oublie').use(signedIn())
  router.get('/compte/adresse', [EmailChangesController, 'create']).as('compte.adresse.create').use(signedIn())
  router.post('/compte/adresse', [EmailChangesController, 'store']).as('compte.adresse.store').use(signedIn())
  router.post('/compte/adresse/abandon', [EmailChangesController, 'destroy']).as('compte.adresse.abandon').use(signedIn())
  router.get('/adresse/confirmation/:token', [EmailConfirmationsController, 'create']).as('adresse.create').use(open())
  router.post('/adresse/confirmation/:token', [EmailConfirmationsController, 'store']).as('adresse.store').use(open())

  const factor = '/compte/double-authentification'
  router.post(`${factor}/cle`, [SecondFactorsController, 'askPasskey']).as('compte.facteur.cle').use(signedIn())
  router.get(`${factor}/arret`, [SecondFactorsController, 'confirmStop']).as('compte.facteur.arret.create').use(signedIn())
  router.post(`${factor}/arret`, [SecondFactorsController, 'stop']).as('compte.facteur.arret.store').use(signedIn())

  router.post('/compte/verification/cle/demande', [ReauthenticationsController, 'askKey']).as('compte.verification.demande').use(signedIn())
  router.post('/compte/verification/cle', [ReauthenticationsController, 'storeKey']).as('compte.verification.cle').use(signedIn())
  router.get('/compte/cles', [PasskeysController, 'index']).as('compte.cles.index').use(signedIn())
  router.post('/compte/cles', [PasskeysController, 'store']).as('compte.cles.store').use(signedIn())
  router.post('/compte/cles/demande', [PasskeysController, 'ask']).as('compte.cles.demande').use(signedIn())
  router.get('/compte/cles/:id/retrait', [PasskeysController, 'confirm']).as('compte.cles.retrait.create').use(signedIn())
  router.post('/compte/cles/:id/retrait', [PasskeysController, 'destroy']).as('compte.cles.retrait.store').use(signedIn())

  router.get('/connexion/code', [CodesController, 'create']).as('connexion.code.create').use(open())
  router.post('/connexion/code', [CodesController, 'store']).as('connexion.code.store').use(open())
  router.post('/connexion/code/cle/demande', [PasskeyCodesController, 'ask']).as('connexion.code.cle.demande').use(open())
  router.post('/connexion/code/cle', [PasskeyCodesController, 'store']).as('connexion.code.cle').use(open())
  router.post('/connexion/cle/demande', [PasskeySignInsController, 'ask']).as('connexion.cle.demande').use(open())
  router.post('/connexion/cle', [PasskeySignInsController, 'store']).as('connexion.cle').use(open())
}
