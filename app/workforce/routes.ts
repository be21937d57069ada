import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'

const EmployeesController = () => import('#workforce/controllers/employees_controller')
const EmployeeExportsController = () => import('#workforce/controllers/employee_exports_controller')
const DeparturesController = () => import('#workforce/controllers/departures_controller')
const PostsController = () => import('#workforce/controllers/posts_controller')
const StoppagesController = () => import('#workforce/controllers/stoppages_controller')
const HiresController = () => import('#workforce/controllers/hires_controller')

const read = () => allow('workforce')
const write = () => allow('workforce', 'write')

router.get('/salaries', [EmployeesController, 'index']).as('salaries.index').use(read())
router.get('/salaries.csv', [EmployeeExportsController, 'index']).as('salaries.csv').use(read())
router.get('/salaries.xlsx', [EmployeeExportsController, 'index']).as('salaries.xlsx').use(read())
router.get('/salaries/nouveau', [HiresController, 'create']).as('entree.create').use(write())
router.post('/salaries/nouveau', [HiresController, 'store']).as('entree.store').use(write())
router.get('/salaries/:id', [EmployeesController, 'show']).as('salaries.show').use(read())
router.get('/salaries/:id/sortie', [DeparturesController, 'create']).as('sortie.create').use(write())
router.post('/salaries/:id/sortie', [DeparturesController, 'store']).as('sortie.store').use(write())
router.post('/salaries/:id/sortie/annulation', [DeparturesController, 'destroy']).as('sortie.destroy').use(write())
router.get('/salaries/:id/poste', [PostsController, 'create']).as('poste.create').use(write())
router.post('/salaries/:id/poste', [PostsController, 'store']).as('poste.store').use(write())
router.get('/salaries/:id/arrets', [StoppagesController, 'index']).as('arrets.index').use(read())
router.post('/salaries/:id/arrets', [StoppagesController, 'store']).as('arrets.store').use(write())
router.get('/salaries/:id/arrets/:arret', [StoppagesController, 'edit']).where('arret', router.matchers.uuid()).as('arrets.edit').use(write())
router.post('/salaries/:id/arrets/:arret', [StoppagesController, 'update']).where('arret', router.matchers.uuid()).as('arrets.update').use(write())
router.post('/salaries/:id/arrets/:arret/retrait', [StoppagesController, 'destroy']).where('arret', router.matchers.uuid()).as('arrets.destroy').use(write())
