import router from '@adonisjs/core/services/router'
import { registerAnswers } from '#back_office/middleware/register_answers'
import { staffPage } from '#back_office/middleware/staff_page'
import { anyStaff } from '#back_office/roles'

const RegistersController = () => import('#back_office/controllers/registers_controller')
const RegisterAssetsController = () => import('#back_office/controllers/register_assets_controller')

// AdminJS reads only: no address of it takes a POST, and the policy of each register is asked in its controller.
router
  .group(() => {
    router.get('/resources/:register', [RegistersController, 'page']).as('registers.page').use(anyStaff())
    router.get('/resources/:register/actions/list', [RegistersController, 'page']).as('registers.list').use(anyStaff())
    router
      .get('/resources/:register/records/:record/show', [RegistersController, 'page'])
      .where('record', router.matchers.uuid())
      .as('registers.record')
      .use(anyStaff())
    router.get('/frontend/assets/:file', [RegisterAssetsController, 'show']).as('registers.asset').use(anyStaff())
  })
  .prefix('/admin')
  .use(staffPage)

router
  .group(() => {
    router.get('/:register/actions/list', [RegistersController, 'list']).as('registers.api.list').use(anyStaff())
    router
      .get('/:register/records/:record/show', [RegistersController, 'show'])
      .where('record', router.matchers.uuid())
      .as('registers.api.record')
      .use(anyStaff())
  })
  .prefix('/admin/api/resources')
  .use(registerAnswers)
