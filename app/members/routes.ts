import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'
import { upload } from '#core/http/upload'
import { WholeFile } from '#core/http/whole_file'
import { PROOF_MAX_BYTES } from '#members/rules/proof_file'

const CompaniesController = () => import('#members/controllers/companies_controller')
const AddressesController = () => import('#members/controllers/addresses_controller')
const ActivitiesController = () => import('#members/controllers/activities_controller')
const ContactsController = () => import('#members/controllers/contacts_controller')
const SitesController = () => import('#members/controllers/sites_controller')
const CompanyChangesController = () => import('#members/controllers/company_changes_controller')
const SirenChangesController = () => import('#members/controllers/siren_changes_controller')

const writes = () => allow('company', 'write')

router
  .group(() => {
    router.get('/', [CompaniesController, 'show']).as('show').use(allow('company'))
    router.get('/historique', [CompanyChangesController, 'index']).as('historique').use(allow('company'))

    router.get('/adresse', [AddressesController, 'edit']).as('adresse.edit').use(writes())
    router.post('/adresse', [AddressesController, 'update']).as('adresse.update').use(writes())
    router.get('/activite', [ActivitiesController, 'edit']).as('activite.edit').use(writes())
    router.post('/activite', [ActivitiesController, 'update']).as('activite.update').use(writes())

    router.get('/contacts/nouveau', [ContactsController, 'create']).as('contacts.create').use(writes())
    router.post('/contacts', [ContactsController, 'store']).as('contacts.store').use(writes())
    router.get('/contacts/:id', [ContactsController, 'edit']).as('contacts.edit').use(writes())
    router.post('/contacts/:id', [ContactsController, 'update']).as('contacts.update').use(writes())
    router.post('/contacts/:id/retrait', [ContactsController, 'destroy']).as('contacts.destroy').use(writes())

    router.get('/sites/nouveau', [SitesController, 'create']).as('sites.create').use(writes())
    router.post('/sites', [SitesController, 'store']).as('sites.store').use(writes())
    router.get('/sites/:id', [SitesController, 'edit']).as('sites.edit').use(writes())
    router.post('/sites/:id', [SitesController, 'update']).as('sites.update').use(writes())
    router.post('/sites/:id/fermeture', [SitesController, 'close']).as('sites.close').use(writes())
    router.post('/sites/:id/reouverture', [SitesController, 'reopen']).as('sites.reopen').use(writes())

    router.get('/siren', [SirenChangesController, 'create']).as('siren.create').use(writes())
    router
      .post('/siren', [SirenChangesController, 'store'])
      .as('siren.store')
      .use([writes(), upload({ field: 'justificatif', maxBytes: PROOF_MAX_BYTES, open: () => new WholeFile() })])
    router.get('/siren/:id', [SirenChangesController, 'show']).as('siren.show').use(allow('company'))
    router.get('/siren/:id/justificatif', [SirenChangesController, 'proof']).as('siren.proof').use(allow('company'))
  })
  .prefix('/entreprise')
  .as('entreprise')
