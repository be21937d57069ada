import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'

const EmployeesController = () => import('#workforce/controllers/employees_controller')
const EmployeeExportsController = () => import('#workforce/controllers/employee_exports_controller')

router.get('/salaries', [EmployeesController, 'index']).as('salaries.index').use(allow('workforce'))
router.get('/salaries.csv', [EmployeeExportsController, 'index']).as('salaries.csv').use(allow('workforce'))
router.get('/salaries.xlsx', [EmployeeExportsController, 'index']).as('salaries.xlsx').use(allow('workforce'))
router.get('/salaries/:id', [EmployeesController, 'show']).as('salaries.show').use(allow('workforce'))
