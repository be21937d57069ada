import router from '@adonisjs/core/services/router'
import { drawBackOffice } from '#back_office/routes'
import { drawStaffSignIn } from '#identity/staff/routes'

router.where('id', router.matchers.uuid())

drawStaffSignIn(router)
drawBackOffice(router)
