import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'
import { upload } from '#core/http/upload'
import { ImportFile } from '#imports/files/import_file'
import { LIMITS } from '#imports/files/limits'

const ImportsController = () => import('#imports/controllers/imports_controller')
const ImportColumnsController = () => import('#imports/controllers/import_columns_controller')
const ImportChoicesController = () => import('#imports/controllers/import_choices_controller')
const ImportApplicationsController = () => import('#imports/controllers/import_applications_controller')
const ImportRemovalsController = () => import('#imports/controllers/import_removals_controller')
const ImportTemplatesController = () => import('#imports/controllers/import_templates_controller')

const write = () => allow('workforce', 'write')
const file = () => upload({ field: 'fichier', maxBytes: LIMITS.dsnBytes, open: (name) => new ImportFile(name) })

router.get('/salaries/import', [ImportsController, 'index']).as('import.index').use(write())
router.post('/salaries/import', [ImportsController, 'store']).as('import.store').use([write(), file()])
router.get('/salaries/import/modele.csv', [ImportTemplatesController, 'show']).as('import.modele_csv').use(write())
router.get('/salaries/import/modele.xlsx', [ImportTemplatesController, 'show']).as('import.modele_xlsx').use(write())
router.get('/salaries/import/:id', [ImportsController, 'show']).as('import.show').use(write())
router.post('/salaries/import/:id/colonnes', [ImportColumnsController, 'store']).as('import.colonnes').use(write())
router.post('/salaries/import/:id/choix', [ImportChoicesController, 'store']).as('import.choix').use(write())
router.post('/salaries/import/:id/application', [ImportApplicationsController, 'store']).as('import.application').use(write())
router.post('/salaries/import/:id/abandon', [ImportRemovalsController, 'store']).as('import.abandon').use(write())
