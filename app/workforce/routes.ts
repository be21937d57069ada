import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'

const EmployeesController = () => import('#workforce/controllers/employees_controller')
const HiresController = () => import('#workforce/controllers/hires_controller')

const read = () => allow('workforce')
const write = () => allow('workforce', 'write')

router.get('/salaries', [EmployeesController, 'index']).as('salaries.index').use(read())
router.get('/salaries/nouveau', [HiresController, 'create']).as('entree.create').use(write())
router.post('/salaries/nouveau', [HiresController, 'store']).as('entree.store').use(write())
router.get('/salaries/:id', [EmployeesController, 'show']).as('salaries.show').use(read())
