import router from '@adonisjs/core/services/router'
import { allow } from '#core/http/policy'

const CompaniesController = () => import('#members/controllers/companies_controller')

router.get('/entreprise', [CompaniesController, 'show']).as('entreprise.show').use(allow('company'))
