import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'

const EmployeesController = () => import('#workforce/controllers/employees_controller')

router.get('/salaries', [EmployeesController, 'index']).as('salaries.index').use(allow('workforce'))
router.get('/salaries/:id', [EmployeesController, 'show']).as('salaries.show').use(allow('workforce'))
