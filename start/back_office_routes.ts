import router from '@adonisjs/core/services/router'
import { NotFound } from '#core/exceptions/refusals'
import { open } from '#core/http/policy'
import { staffPage } from '#back_office/middleware/staff_page'

router.where('id', router.matchers.uuid())

await Promise.all([import('#identity/staff/routes'), import('#back_office/routes')])

router
  .get('/', ({ response }) => response.redirect().toPath('/admin'))
  .as('admin.root')
  .use(open())

// An address that is not there is refused within the session, so that its page has the masthead of who is signed in.
router
  .get('*', () => {
    throw new NotFound()
  })
  .as('admin.nowhere')
  .use([staffPage, open()])
